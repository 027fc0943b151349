/**
 * @typedef {Object} Slots
 * @property {React.ReactNode} children
 * @property {() => JSX.Element} team what it shows
 */

/** @type {React.FC<Slots & Partial<{ modal: React.ReactNode }>>} */
const Layout = ({ children, team }) => [children, team];

export { Layout as default };
