/** @param {LayoutProps<'/dash'>} props */
export default function Layout({ children }) {
  return children;
}
