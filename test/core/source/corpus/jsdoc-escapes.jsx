/**
 * @typedef {object} Props
 * @property {LayoutProps<'/\u{202e}a/\x62*\/\u0063'>} route
 */

/** @param {{ 'data\u002dgrid': React.ReactNode, "it's\n": React.ReactNode, children: LayoutProps<'/a*\/b'>, more: Props }} props */
export default function Layout({ 'data\u002dgrid': grid, "it's\n": its }) {
  return [grid, its];
}
