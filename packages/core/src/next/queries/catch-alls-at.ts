import type { Segment } from '../../routes/route-tree.js';
import type { RouteMatches } from '../route-matches.js';
import { isTransparent, urlPart } from '../url/folder.js';
import { isKind } from '../url/is-covered.js';

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
export function catchAllsAt({ top }: RouteMatches, folders: readonly Segment[]): CatchAlls {
  const parts = folders
    .slice(1)
    .filter((folder) => !isTransparent(folder))
    .map(urlPart);
  const dynamics = top.find(parts)?.dynamics ?? [];
  return {
    url: `/${parts.join('/')}`,
    required: dynamics.find(isKind('catch-all'))?.part?.text,
    optional: dynamics.find(isKind('optional-catch-all'))?.part?.text,
  };
}
