/**
 * @param {object} props
 * @param {React.ReactNode} props.children
 * @param {string} [props.team]
 * @param {Array.<{ id: string }>} props.list
 * @param {?string} props.list.id
 */
export default async function Layout({ children, team, list }) {
  return [children, team, list];
}
