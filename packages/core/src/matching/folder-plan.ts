import type { Folder } from './folder.js';
import { isGroupName, partKind } from './segment-url.js';

/** What is known of a folder whatever the URL. */
export interface FolderPlan {
  /** Whether the last part of the folder's URL is a catch-all. */
  readonly inCatchAll: boolean;
  /** Whether an intercepting folder lies at or above the folder. */
  readonly inInterception: boolean;
  /** The folders below that matter at every URL that goes on from here, in their order. */
  readonly always: readonly Folder[];
  /** The further folders below that matter where the URL goes on with a part, in their order. */
  readonly byPart: ReadonlyMap<string, readonly Folder[]>;
}

const none: readonly Folder[] = [];
const noParts: ReadonlyMap<string, readonly Folder[]> = new Map();

/** The plan of a folder without folders, which nearly all are. */
const simplePlan: FolderPlan = {
  inCatchAll: false,
  inInterception: false,
  always: none,
  byPart: noParts,
};

/**
 * Sorts the folders below a folder by where they matter.
 *
 * @param fillsElsewhere - Whether a route group has a page for URLs that are not its own: a group
 *   without one is passed over, so most groups matter at few URLs.
 */
export function planFor(folder: Folder, fillsElsewhere: (group: Folder) => boolean): FolderPlan {
  const { path } = folder.segment;
  if (folder.folders.length === 0 && !/\[\.\.\.|\(\./u.test(path)) return simplePlan;
  const inCatchAll = endsInCatchAll(path);
  const inInterception = path.includes('(.') && hasMarker(path);
  let always: Folder[] | undefined;
  let byPart: Map<string, Folder[]> | undefined;
  const add = (part: string, below: Folder) => {
    byPart ??= new Map();
    const others = byPart.get(part);
    if (others) others.push(below);
    else byPart.set(part, [below]);
  };
  for (const below of folder.folders) {
    if (below.isSlot || below.isCatchAll) {
      (always ??= []).push(below);
    } else if (!below.isTransparent) {
      add(below.part, below);
    } else if (fillsElsewhere(below)) {
      (always ??= []).push(below);
    } else {
      for (const part of below.parts) add(part, below);
    }
  }
  return { inCatchAll, inInterception, always: always ?? none, byPart: byPart ?? noParts };
}

/** Whether the last part of the URL of a folder's path is a catch-all. */
export function endsInCatchAll(path: string): boolean {
  if (!path.includes('[...')) return false;
  const last = path.split('/').findLast((name) => !name.startsWith('@') && !isGroupName(name));
  const kind = partKind(last ?? '');
  return kind === 'catch-all' || kind === 'optional-catch-all';
}

function hasMarker(path: string): boolean {
  return path.split('/').some((name) => name.startsWith('(.') && !isGroupName(name));
}
