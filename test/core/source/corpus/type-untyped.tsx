export default function Layout({ children, team }) {
  return [children, team];
}
