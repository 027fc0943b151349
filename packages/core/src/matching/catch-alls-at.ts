import type { Segment } from '../tree/route-tree.js';
import { folderOf } from './folder.js';
import { matchedUrlsOf } from './match-routes.js';
import type { RouteMatches } from './route-matches.js';
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

/**
 * Whether a catch-all page right in a slot would fill it at given URLs below the owner's. To webpack a
 * page in slots of the same names, wherever they lie, keeps it from a URL.
 *
 */
export function wouldTakeAll(
  matches: RouteMatches,
  slot: Segment,
  urls: readonly string[],
): boolean {
  const { bundler, catchAllFillsSiblings } = matches.semantics;
  if (urls.length === 0 || bundler === 'turbopack') return true;
  if (!catchAllFillsSiblings) return false;
  const slots = namesOfSlots(slot);
  const asked = new Set(urls);
  return matchedUrlsOf(matches)
    .all.filter(({ url }) => asked.has(url))
    .every(({ node }) =>
      [...node.pages, ...node.handlers].every((folder) => namesOfSlots(folder) !== slots),
    );
}

function namesOfSlots({ path }: Segment): string {
  return path
    .split('/')
    .filter((name) => name.startsWith('@') && name !== '@children')
    .join('/');
}
