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
  /** The further folders below that matter at some URLs: see {@link furtherFolders}. */
  readonly sometimes: readonly Folder[];
  /** Of {@link sometimes}, those that matter where the URL goes on with a part; made where they are many. */
  readonly byPart: ReadonlyMap<string, readonly Folder[]> | undefined;
}

const none: readonly Folder[] = [];

/** The plan of a folder without folders, which nearly all are. */
const simplePlan: FolderPlan = {
  inCatchAll: false,
  inInterception: false,
  always: none,
  sometimes: none,
  byPart: undefined,
};

/** Up to so many folders, looking at each is faster than an index. */
const few = 8;

/**
 * Sorts the folders below a folder by where they matter.
 *
 * @param fillsElsewhere - Whether a route group has a page for URLs that are not its own: a group
 *   without one is passed over, so most groups matter at few URLs.
 */
export function planFor(folder: Folder, fillsElsewhere: (group: Folder) => boolean): FolderPlan {
  const { path } = folder.segment;
  const { folders } = folder;
  if (folders.length === 0 && !path.includes('[...') && !path.includes('(.')) return simplePlan;
  const mattersAlways = (below: Folder) =>
    below.isSlot || below.isCatchAll || (below.isTransparent && fillsElsewhere(below));
  const always = folders.filter(mattersAlways);
  const sometimes =
    always.length === 0 ? folders : folders.filter((below) => !mattersAlways(below));
  return {
    inCatchAll: endsInCatchAll(path),
    inInterception: path.includes('(.') && hasMarker(path),
    always,
    sometimes,
    byPart: sometimes.length > few ? indexByPart(sometimes) : undefined,
  };
}

/** The folders that matter where a URL goes on with a part, beside those that always do, in their order. */
export function furtherFolders({ sometimes, byPart }: FolderPlan, part: string): readonly Folder[] {
  if (byPart) return byPart.get(part) ?? none;
  return sometimes.filter((below) => goesOnWith(below, part));
}

/** Whether a folder has a folder of its own for the URLs that go on with a part, or is one. */
export function goesOnWith(below: Folder, part: string): boolean {
  return below.isTransparent ? below.parts.has(part) : below.part === part;
}

function indexByPart(folders: readonly Folder[]): ReadonlyMap<string, readonly Folder[]> {
  const byPart = new Map<string, Folder[]>();
  for (const below of folders) {
    if (!below.isTransparent) addTo(byPart, below.part, below);
    else for (const part of below.parts) addTo(byPart, part, below);
  }
  return byPart;
}

function addTo(byPart: Map<string, Folder[]>, part: string, below: Folder): void {
  const others = byPart.get(part);
  if (others) others.push(below);
  else byPart.set(part, [below]);
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
