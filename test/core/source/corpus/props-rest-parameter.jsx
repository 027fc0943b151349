export default function Layout(...args) {
  return args[0].team;
}
