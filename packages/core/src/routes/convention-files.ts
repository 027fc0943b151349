/**
 * The files that Next gives a meaning inside the app directory, by their name without extension.
 * Source: https://nextjs.org/docs/app/getting-started/project-structure#routing-files
 */
export const conventionFiles = [
  'layout',
  'page',
  'default',
  'loading',
  'error',
  'template',
  'not-found',
  'forbidden',
  'unauthorized',
  'global-error',
  'global-not-found',
  'route',
] as const;

/** The name of a convention file without its extension. */
export type ConventionFile = (typeof conventionFiles)[number];

/** What Next takes as `pageExtensions` when the config says nothing. */
export const defaultPageExtensions: readonly string[] = ['tsx', 'ts', 'jsx', 'js'];

/**
 * What can be a page extension. Next takes any text; what is not of letters and digits ends no file of
 * code, and its name would be written into code.
 */
export const pageExtension = /^[A-Za-z\d.]+$/u;

const names: ReadonlySet<string> = new Set(conventionFiles);

/** A file name split the way Next splits it: at its first dot. */
export interface ConventionFileName {
  readonly convention: ConventionFile;
  readonly extension: string;
  /** False when only the letter case keeps Next from seeing it: `Default.tsx`. */
  readonly exactCase: boolean;
}

/**
 * Reads a file name as a convention file.
 *
 * The extension is everything behind the first dot, so `default.test.tsx` is none, and a page
 * extension `mdx` or `page.tsx` works as Next's own does.
 *
 * @returns undefined where neither the exact name nor a differently cased one is a convention file.
 */
export function parseConventionFileName(
  fileName: string,
  pageExtensions: readonly string[],
): ConventionFileName | undefined {
  const dot = fileName.indexOf('.');
  if (dot <= 0) return undefined;
  const stem = fileName.slice(0, dot);
  const extension = fileName.slice(dot + 1);
  const lowerStem = stem.toLowerCase();
  if (!names.has(lowerStem)) return undefined;
  const exact = pageExtensions.includes(extension);
  if (!exact && !pageExtensions.includes(extension.toLowerCase())) return undefined;
  return {
    convention: lowerStem as ConventionFile,
    extension,
    exactCase: exact && stem === lowerStem,
  };
}

/**
 * The convention that a file follows by its name alone, whatever the page extensions are.
 *
 * @param file - A path with `/` between folders.
 */
export function conventionOf(file: string): ConventionFile | undefined {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const extension = name.slice(name.indexOf('.') + 1);
  return parseConventionFileName(name, [extension])?.convention;
}
