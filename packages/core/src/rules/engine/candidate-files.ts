import type { App } from '../../app.js';
import { segmentsOf } from '../../routes/walk.js';
import type { Check } from './check.js';
import { speaksOf } from './run-check.js';

/**
 * The files in which a check could find something, judged by the names of files and folders alone: in
 * any other file of the same tree it finds nothing, whatever the texts and its options are. A host that
 * lints a whole app file by file asks this once, in one go, instead of the check for each file.
 *
 * @returns undefined for a check that looks at every module, of which the tree knows nothing.
 */
export function candidateFiles(
  check: Check,
  app: App,
  options: object,
): ReadonlySet<string> | undefined {
  if (check.anchors === 'modules') return undefined;
  const files = new Set<string>();
  // A check asks before it does work for a file, and so it does none here.
  const wants = (file: string) => {
    files.add(file);
    return false;
  };
  for (const { segment, ancestors } of segmentsOf(app.tree)) {
    if (!speaksOf(check, segment)) continue;
    for (const problem of check.run({ app, options, segment, ancestors, modules: [], wants })) {
      files.add(problem.file);
    }
  }
  return files;
}
