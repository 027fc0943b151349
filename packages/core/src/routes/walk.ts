import type { ConventionFile } from './convention-files.js';
import type { RouteTree, Segment, SegmentPath } from './route-tree.js';

/** Every segment of the tree with the way to it, parents before what they hold. */
export function* walkSegments(tree: RouteTree): Generator<SegmentPath> {
  yield* walkBelow(tree.root, []);
}

/** A segment and everything below it, parents first. */
export function* walkBelow(
  segment: Segment,
  ancestors: readonly Segment[],
): Generator<SegmentPath> {
  // One generator for the whole walk: nested ones hand every segment up through each level.
  const open: SegmentPath[] = [{ segment, ancestors }];
  for (let at = open.pop(); at; at = open.pop()) {
    yield at;
    const { folders } = at.segment;
    if (folders.length === 0) continue;
    const way = [...at.ancestors, at.segment];
    for (let index = folders.length - 1; index >= 0; index -= 1) {
      const folder = folders[index];
      if (folder) open.push({ segment: folder, ancestors: way });
    }
  }
}

/** Whether a segment or any below it is one that is looked for. */
export function holds(segment: Segment, isWanted: (each: Segment) => boolean): boolean {
  return isWanted(segment) || segment.folders.some((folder) => holds(folder, isWanted));
}

/** Whether a segment is an intercepting route, or holds one. */
export function holdsInterceptions(segment: Segment): boolean {
  return holds(segment, ({ name }) => name.kind === 'intercepting');
}

/**
 * Finds the segment of a folder.
 *
 * @param path - Relative to the app directory, `''` for itself.
 * @returns undefined where the folder is not there, or is private.
 */
export function findSegment(tree: RouteTree, path: string): SegmentPath | undefined {
  const nearest = findNearestSegment(tree, path);
  return nearest.segment.path === path ? nearest : undefined;
}

/** The segment of a folder, else that of the nearest folder around it: of `a` for `a/_lib/x`. */
export function findNearestSegment(tree: RouteTree, path: string): SegmentPath {
  const ancestors: Segment[] = [];
  let segment = tree.root;
  for (const name of path === '' ? [] : path.split('/')) {
    const folder = folderNamed(segment, name);
    if (!folder) break;
    ancestors.push(segment);
    segment = folder;
  }
  return { segment, ancestors };
}

/** The path of a convention file relative to the app directory, where the segment has it. */
export function filePath(segment: Segment, convention: ConventionFile): string | undefined {
  const name = segment.files[convention];
  return name === undefined ? undefined : joinPath(segment.path, name);
}

/** Joins a folder path relative to the app directory and a name in it. */
export function joinPath(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** The folder of a file path relative to the app directory; `''` for the app directory. */
export function folderOf(file: string): string {
  const slash = file.lastIndexOf('/');
  return slash < 0 ? '' : file.slice(0, slash);
}

/** Finds a folder among those of a segment, which are in code-unit order. */
function folderNamed({ folders }: Segment, name: string): Segment | undefined {
  let from = 0;
  let to = folders.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const folder = folders[middle];
    if (!folder || folder.name.raw === name) return folder;
    if (folder.name.raw < name) from = middle + 1;
    else to = middle;
  }
  return undefined;
}
