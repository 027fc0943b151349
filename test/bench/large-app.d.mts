/** How many files one level has. */
export const filesPerLevel: number;

/** Writes a Next app of slot levels below a root layout; see the module's own words. */
export function writeLargeApp(
  root: string,
  size: { readonly levels: number; readonly broken?: number; readonly length?: 'short' | 'usual' },
): void;
