/** Whether JSX takes a tag for an HTML element and not for a variable. */
export function isHtmlTag(name: string): boolean {
  return /^[a-z]/u.test(name) || name.includes('-');
}
