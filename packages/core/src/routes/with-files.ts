import { parseConventionFileName } from './convention-files.js';
import { isNamedSlotName, parseSegmentName } from './parse-segment-name.js';
import type { RouteTree, Segment } from './route-tree.js';
import { joinPath } from './walk.js';

/**
 * The tree as it would be with some convention files more, and with the folders that these lie in. All
 * folders that they do not lie in keep their segments.
 *
 * @param files - Relative to the app directory.
 */
export function treeWithFiles(tree: RouteTree, files: Iterable<string>): RouteTree {
  let { root } = tree;
  for (const file of files) root = withFile(root, file.split('/'), tree.pageExtensions);
  return root === tree.root ? tree : { ...tree, root };
}

function withFile(
  segment: Segment,
  [name = '', ...rest]: readonly string[],
  pageExtensions: readonly string[],
): Segment {
  if (rest.length === 0) {
    const convention = parseConventionFileName(name, pageExtensions)?.convention;
    if (convention === undefined || segment.files[convention] !== undefined) return segment;
    return { ...segment, files: { ...segment.files, [convention]: name } };
  }
  const known = segment.folders.find((folder) => folder.name.raw === name);
  const folder = known ?? emptySegment(joinPath(segment.path, name), name);
  const changed = withFile(folder, rest, pageExtensions);
  if (changed === known) return segment;
  const folders = [...segment.folders.filter((each) => each !== known), changed].sort(byName);
  return { ...segment, folders, slots: folders.filter((each) => isNamedSlotName(each.name)) };
}

/** A folder without anything in it. */
export function emptySegment(path: string, name: string): Segment {
  return {
    name: parseSegmentName(name),
    path,
    files: {},
    folders: [],
    slots: [],
    metadata: [],
    misspelled: [],
    blocked: [],
    namedLikeFolders: [],
  };
}

function byName({ name: a }: Segment, { name: b }: Segment): number {
  return a.raw < b.raw ? -1 : 1;
}
