const name = 'team';
export default function Layout({ children, [name]: slot }) {
  return [children, slot];
}
