import { relative, sep } from 'node:path';
import picomatch from 'picomatch';

/** Whether nothing of a check is reported in a file, given by its absolute path. */
export type IsIgnored = (check: string, path: string) => boolean;

/**
 * @param folder - What globs are relative to. Absolute.
 * @param everywhere - Globs of files in which no check reports anything.
 * @param byCheck - Further globs of one check each.
 */
export function ignoredFiles(
  folder: string,
  everywhere: readonly string[],
  byCheck: ReadonlyMap<string, readonly string[]>,
): IsIgnored {
  if (everywhere.length === 0 && byCheck.size === 0) return () => false;
  const matchesAny = matcher(everywhere);
  const matchers = new Map([...byCheck].map(([check, globs]) => [check, matcher(globs)]));
  return (check, path) => {
    const file = relative(folder, path).split(sep).join('/');
    return matchesAny(file) || matchers.get(check)?.(file) === true;
  };
}

/** Next.js names folders `(group)` and `[id]`: brackets and parentheses stand for themselves. */
function matcher(globs: readonly string[]): (file: string) => boolean {
  if (globs.length === 0) return () => false;
  const patterns = globs
    .map((glob) =>
      glob
        .replace(/^\.\//u, '')
        .replace(/\/+$/u, '')
        .replaceAll(/[()[\]]/gu, '\\$&'),
    )
    // A folder stands for all that it holds.
    .flatMap((glob) => [glob, `${glob}/**`]);
  return picomatch(patterns, { dot: true, nonegate: true });
}
