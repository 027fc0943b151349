/** Whether a file is JavaScript or TypeScript: what else Next takes, such as MDX, is compiled to it first. */
export function isScript(file: string): boolean {
  return /\.[cm]?[jt]sx?$/u.test(file);
}

/** Whether a file is TypeScript. */
export function isTypeScript(file: string): boolean {
  return /\.[cm]?tsx?$/u.test(file);
}
