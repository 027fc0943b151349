/** @typedef {{ children: React.ReactNode, team: React.ReactNode }} Props */

export default function Layout(/** @type {Props} */ { children, team }) {
  return [children, team];
}
