import { matchRoutes, semanticsFor, type NextTarget } from '@next-slots/core';

import { treeFromFiles } from '../harness/tree-from-files.js';

/** Trees that are whole apps, with what `next build` does with them, by Next version. */
export type TopTrees = Readonly<
  Record<
    string,
    { readonly files: readonly string[]; readonly verdicts: Record<string, 'builds' | 'fails'> }
  >
>;

/** Where they are stored. */
export const topVerdicts = new URL('top-trees.json', import.meta.url);

/** Whether `next build` lets the app pass that is made of these files, as our matcher says. */
export function buildsAtTop(files: readonly string[], next: NextTarget): boolean {
  const tree = treeFromFiles(files.map((file) => `${file}.tsx`));
  const matches = matchRoutes(tree, semanticsFor(next));
  return (
    matches.routes.every(({ outcome }) => outcome !== 'build-error') &&
    matches.missing.length === 0 &&
    matches.unmatched.length === 0 &&
    matches.canonical.every(({ covered }) => covered) &&
    matches.missingDefaults.length === 0
  );
}
