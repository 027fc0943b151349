import type { Segment } from '../../routes/route-tree.js';
import { folderOf } from './folder.js';
import type { RouteMatches } from '../route-matches.js';
import { isTransparent, partKind, urlPart } from './segment-url.js';
import type { UrlNode } from './url-node.js';

/** The URL that a folder stands at, and the catch-alls that lie right below it, whatever the slot. */
export interface CatchAlls {
  /** As Next prints it. */
  readonly url: string;
  /** As folders write it: `[...rest]`. All catch-alls at one place must have one name. */
  readonly required: string | undefined;
  /** As folders write it: `[[...rest]]`. */
  readonly optional: string | undefined;
}

/**
 * Looks up the catch-alls below a folder's URL.
 *
 * @param folders - From the app directory down to the folder.
 */
export function catchAllsAt(matches: RouteMatches, folders: readonly Segment[]): CatchAlls {
  const parts = folders
    .slice(1)
    .filter((folder) => !isTransparent(folder))
    .map(urlPart);
  let node: UrlNode | undefined = folderOf(matches.tree.root).node;
  for (const part of parts) node = node?.child(part);
  const named = (kind: ReturnType<typeof partKind>) =>
    node?.dynamics.find((child) => partKind(child.part) === kind)?.part;
  return {
    url: `/${parts.join('/')}`,
    required: named('catch-all'),
    optional: named('optional-catch-all'),
  };
}
