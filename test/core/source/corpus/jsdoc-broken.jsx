/**
 * @param {{ children: React.ReactNode, props
 * @param {function(string): (number|null)} other
 */
export default function Layout({ children }) {
  return children;
}
