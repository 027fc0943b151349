/**
 * The dashboard.
 *
 * @param {{ children: React.ReactNode, team: React.ReactNode, 'data-grid'?: import('react').ReactNode }} props
 */
export default function Layout({ children, team }) {
  return [children, team];
}
