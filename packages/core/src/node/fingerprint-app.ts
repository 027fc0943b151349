import {
  buildRouteTree,
  filePath,
  mentions,
  walkSegments,
  type ConventionFile,
  type DirectoryReader,
  type ModuleFacts,
  type RouteTree,
  type Settings,
} from '@next-slots/core';
import type { AppLocation } from './find-app.js';
import { readPagesRouter } from './pages-router.js';
import { readText } from './project-files.js';
import { nextTargetOf, pageExtensionsOf, readProject } from './read-project.js';

/**
 * A short text that changes whenever something outside a linted file changes what is found in it: a folder
 * or file that routes are made from comes, goes or is renamed, a page inside a slot begins to wait for data,
 * the project's Next. What nothing is judged by does not change it, so that a cache keyed by it lives on while
 * components and tests are edited.
 *
 * Every folder of the app directory is read once, and of files only those of which {@link textsOf} tells.
 *
 * @param folders - Lists the app's folders.
 */
export function fingerprintApp(
  location: AppLocation,
  settings: Settings,
  folders: DirectoryReader,
): string {
  // Loaded only here: it takes a third of the time in which a linter loads the plugin.
  const hash = process.getBuiltinModule('node:crypto').createHash('sha256');
  const project = readProject(location.root);
  const extensions = pageExtensionsOf(settings, project);
  const pages = readPagesRouter(location.appDir, extensions);
  const tree = buildRouteTree(folders, extensions);
  hash.update(JSON.stringify([nextTargetOf(settings, project), extensions, [...(pages ?? [])]]));
  // A slot stands among the folders already.
  hash.update(JSON.stringify(tree.root, (key, value: unknown) => (key === 'slots' ? [] : value)));
  for (const text of textsOf(tree, location.appDir)) hash.update(`${JSON.stringify(text)}\n`);
  return hash.digest('base64url').slice(0, 22);
}

/** What findings in other files take from a page, default or layout, each told by words of its own. */
const factsOfOthers = ['asyncWork', 'leadsAway', 'segmentConfig', 'metadataKeys'] as const;

/** Those of them that only conflict with the same of another file at the URL, in a slot or outside of it. */
const conflicting = ['segmentConfig', 'metadataKeys'] as const satisfies (keyof ModuleFacts)[];

/**
 * The texts that findings in other files depend on: of the pages and defaults in slots where they wait for
 * data, say, of the layouts beside slots, and of other pages where a slot has config or metadata as well.
 */
function* textsOf(tree: RouteTree, appDir: string): Iterable<string> {
  const others: string[] = [];
  const conflicts = new Set<(typeof conflicting)[number]>();
  for (const { segment, ancestors } of walkSegments(tree)) {
    const isInSlot = [...ancestors, segment].some(({ name }) => name.kind === 'slot');
    for (const convention of ['layout', 'page', 'default'] satisfies ConventionFile[]) {
      const file = filePath(segment, convention);
      if (file === undefined) continue;
      const path = `${appDir}/${file}`;
      const isOwnerLayout = convention === 'layout' && segment.slots.length > 0;
      if (!isInSlot && !isOwnerLayout) {
        others.push(path);
        continue;
      }
      const text = readText(path) ?? '';
      for (const fact of conflicting) if (isInSlot && mentions(text, fact)) conflicts.add(fact);
      if (isOwnerLayout || factsOfOthers.some((fact) => mentions(text, fact))) yield text;
    }
  }
  if (conflicts.size === 0) return;
  for (const path of others) {
    const text = readText(path) ?? '';
    if ([...conflicts].some((fact) => mentions(text, fact))) yield text;
  }
}
