import type { Segment } from '../../routes/route-tree.js';
import type { Folder } from './folder.js';
import { isInterceptingName } from './segment-url.js';

/** A folder with the folder it lies in, up to the app directory. */
export interface FolderWay {
  readonly folder: Folder;
  readonly parent: FolderWay | undefined;
  /** How many folders lie above. */
  readonly depth: number;
  /** The named slots on the way, outermost first; `@children` is not one. */
  readonly slots: string;
  /** Whether a folder on the way, or this one, carries an interception marker. */
  readonly intercepted: boolean;
}

/** The ways to all folders that hold a page, a route handler or a metadata file, in the order of the tree. */
export function waysToRoutes(root: Folder): ReadonlyMap<Segment, FolderWay> {
  const known = waysFrom.get(root);
  if (known) return known;
  const ways = new Map<Segment, FolderWay>();
  collect({ folder: root, parent: undefined, depth: 0, slots: '', intercepted: false }, ways);
  waysFrom.set(root, ways);
  return ways;
}

const waysFrom = new WeakMap<Folder, ReadonlyMap<Segment, FolderWay>>();

function collect(way: FolderWay, ways: Map<Segment, FolderWay>): void {
  const { segment, folders } = way.folder;
  if (holdsRoute(segment)) ways.set(segment, way);
  for (const folder of folders) {
    if (!leadsToRoute(folder.segment)) continue;
    const { raw } = folder.segment.name;
    // Webpack reads a marker off every name that begins like one, `(...)` and `(.)(g)` included.
    const intercepted = way.intercepted || isInterceptingName(raw);
    const named = folder.isSlot && raw !== '@children';
    const slots = named ? `${way.slots}/${raw}` : way.slots;
    collect({ folder, parent: way, depth: way.depth + 1, slots, intercepted }, ways);
  }
}

function leadsToRoute(segment: Segment): boolean {
  return segment.folders.length > 0 || holdsRoute(segment);
}

function holdsRoute({ files, metadata }: Segment): boolean {
  return files.page !== undefined || files.route !== undefined || metadata.length > 0;
}

/** The folders of a way from the app directory down. */
export function foldersOf(way: FolderWay): Folder[] {
  const folders: Folder[] = [];
  for (let each: FolderWay | undefined = way; each; each = each.parent) folders.push(each.folder);
  return folders.reverse();
}
