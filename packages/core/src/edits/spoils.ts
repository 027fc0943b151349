import type { App } from '../app.js';
import { matchRoutes } from '../next/match-routes.js';
import { matchesOf } from '../next/matches-of.js';
import { isSpoiled, spoiledUrls, type Spoiled } from '../next/queries/spoiled-urls.js';
import { conventionOf } from '../routes/convention-files.js';
import { treeWithFiles } from '../routes/with-files.js';
import type { CreateFile } from './edit.js';

/** Whether new files would make an app worse: see {@link Spoiled}. */
export function spoils(app: App, edits: readonly CreateFile[]): boolean {
  const spoiled = spoiledBy(app, edits);
  return spoiled !== undefined && isSpoiled(spoiled);
}

/**
 * What new files would make worse in an app.
 *
 * @returns undefined where none of them takes part in routes.
 */
export function spoiledBy(app: App, edits: readonly CreateFile[]): Spoiled | undefined {
  const created = new Map(edits.filter(isOfRoutes).map((edit) => [edit.file, edit]));
  if (created.size === 0) return undefined;
  const matches = matchesOf(app);
  const tree = treeWithFiles(app.tree, created.keys());
  return spoiledUrls(matches, matchRoutes(tree, matches.semantics), {
    files: new Set(created.keys()),
    leadsAway: (file) => {
      const edit = created.get(file);
      if (!edit) return app.sources.facts(file)?.leadsAway === true;
      // Nobody has parsed it: our own template has the call, and a user's is taken at its word.
      return edit.text.includes('notFound()');
    },
  });
}

/** Below a `loading` file, status 200 is sent before a slot without content can make it 404. */
const ofRoutes: ReadonlySet<string | undefined> = new Set(['page', 'default', 'layout', 'loading']);

function isOfRoutes({ file }: CreateFile): boolean {
  return ofRoutes.has(conventionOf(file));
}
