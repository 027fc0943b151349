import type { Segment } from '../../routes/route-tree.js';
import { folderOf } from '../url/folder.js';
import { foldersOf, waysToRoutes } from '../url/folder-way.js';
import { readInterception } from './intercepting-routes.js';
import { matchedUrlsOf } from '../match-routes.js';
import type { RouteMatches } from '../route-matches.js';
import { isInterceptingName } from '../url/segment-url.js';

/** What a named slot shows by interception. */
export interface Modal {
  readonly owner: Segment;
  readonly slot: Segment;
  /** The folders from the app directory to the page. */
  readonly folders: readonly Segment[];
  /** The folder of the page. */
  readonly page: Segment;
  /** As Next prints it. */
  readonly url: string;
  /** The URL below which it intercepts. */
  readonly from: string;
  readonly target: string | null;
}

/** The intercepting pages in named slots that a layout renders. */
export function modalsOf(matches: RouteMatches): readonly Modal[] {
  const intercepting = matchedUrlsOf(matches).all.filter(
    ({ intercepting: marked, verdict, node }) =>
      marked && verdict.complete && node.pages.length > 0,
  );
  if (intercepting.length === 0) return [];
  const ways = waysToRoutes(folderOf(matches.tree.root));
  return intercepting.flatMap(({ url, node }) =>
    node.pages.flatMap((page): Modal[] => {
      const way = ways.get(page);
      const folders = way ? foldersOf(way).map(({ segment }) => segment) : [];
      const marked = folders.findLastIndex(({ name }) => isInterceptingName(name.raw));
      const index = folders.findLastIndex((folder, at) => at < marked && isNamedSlot(folder));
      const slot = folders[index];
      const owner = folders[index - 1];
      if (!slot || owner?.files.layout === undefined) return [];
      const interception = readInterception(url);
      const { from = '/', target = null } = interception ?? {};
      return [{ owner, slot, folders, page, url, from, target }];
    }),
  );
}

function isNamedSlot({ name }: Segment): boolean {
  return name.kind === 'slot' && name.value !== 'children';
}
