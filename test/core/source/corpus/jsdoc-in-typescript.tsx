/**
 * @param {{ wrong: string }} props
 */
export default function Layout({ children }: { children: React.ReactNode }) {
  return children;
}
