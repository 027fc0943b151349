/** @typedef {import('react').ReactNode} Node */

/**
 * @param {{
 *   children: Node;
 *   team: Node;
 * }} props - what Next passes
 */
const Layout = (props) => props.team;

export default Layout;
