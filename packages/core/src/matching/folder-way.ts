import type { RouteTree, Segment } from '../tree/route-tree.js';

/** A folder with the folder it lies in, up to the app directory. */
export interface FolderWay {
  readonly segment: Segment;
  readonly parent: FolderWay | undefined;
  /** How many folders lie above. */
  readonly depth: number;
}

/** The ways to all folders that hold a page or a route handler, in the order of the tree. */
export function waysToRoutes(tree: RouteTree): ReadonlyMap<Segment, FolderWay> {
  const ways = new Map<Segment, FolderWay>();
  collect({ segment: tree.root, parent: undefined, depth: 0 }, ways);
  return ways;
}

function collect(way: FolderWay, ways: Map<Segment, FolderWay>): void {
  const { files, folders } = way.segment;
  if (files.page !== undefined || files.route !== undefined) ways.set(way.segment, way);
  for (const segment of folders) collect({ segment, parent: way, depth: way.depth + 1 }, ways);
}

/** The folders of a way from the app directory down. */
export function foldersOf(way: FolderWay): Segment[] {
  const folders: Segment[] = [];
  for (let each: FolderWay | undefined = way; each; each = each.parent) folders.push(each.segment);
  return folders.reverse();
}
