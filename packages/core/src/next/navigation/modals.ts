import type { RouteMatches } from '../route-matches.js';
import { takenInterceptions } from '../queries/never-taken.js';
import { isNamedSlot, type Folder } from '../url/folder.js';

/** What a named slot shows by interception. */
export interface Modal {
  readonly owner: Folder;
  readonly slot: Folder;
  readonly page: Folder;
  /** As Next prints it. */
  readonly url: string;
  /** The URL below which it intercepts. */
  readonly from: string;
  readonly target: string | null;
}

/** The intercepting pages in named slots that a layout renders. */
export function modalsOf(matches: RouteMatches): readonly Modal[] {
  const taken = takenInterceptions(matches);
  return matches.urls.flatMap(({ url, node }) => {
    const route = taken.get(url);
    if (!route) return [];
    const { from, target } = route;
    return node.pages.flatMap((page): readonly Modal[] => {
      const { path } = page;
      const marked = path.findLastIndex(({ segment }) => segment.name.kind === 'intercepting');
      const slot = path.findLast((folder, index) => index < marked && isNamedSlot(folder));
      const owner = slot?.parent;
      if (!slot || owner?.segment.files.layout === undefined) return [];
      return [{ owner, slot, page, url, from, target }];
    });
  });
}
