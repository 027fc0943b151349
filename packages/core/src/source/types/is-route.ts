/** Whether a string can be the route of `LayoutProps<'/shop'>`. The empty one is still to be typed. */
export function isRoute(text: string): boolean {
  return text === '' || text.startsWith('/');
}
