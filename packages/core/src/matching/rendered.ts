import type { Segment } from '../tree/route-tree.js';
import { slotName, type LoaderTree, type TreeGap } from './loader-tree.js';

/** What a hard load of a URL puts on the page. */
export interface Rendered {
  /**
   * Page and default files in no particular order, relative to the app directory. Empty where the
   * whole answer is Next's not-found.
   */
  readonly files: readonly string[];
  /** The gaps over which the whole answer becomes Next's not-found. */
  readonly fatal: readonly TreeGap[];
  /**
   * The gaps below a `loading` file: the answer has status 200 and shows the loading file in their
   * place, and the not-found comes only when the browser takes over.
   */
  readonly streamed: readonly TreeGap[];
}

const emptyHanded: Rendered = { files: [], fatal: [], streamed: [] };

/**
 * Follows a loader tree as Next renders it: a folder's layout gets all its slots as props, a folder
 * without a layout passes on `children` alone, so its named slots are never rendered.
 */
export function renderedBy(tree: LoaderTree): Rendered {
  const { files, fatal, streamed } = follow(tree);
  return { files: fatal.length === 0 ? files : [], fatal, streamed };
}

function follow(tree: LoaderTree): Rendered {
  if (tree.kind === 'page' || tree.kind === 'default') {
    const file = fileOf(tree.segment, tree.kind);
    return file === undefined ? emptyHanded : { files: [file], fatal: [], streamed: [] };
  }
  if (tree.kind !== 'folder') return emptyHanded;
  const { segment, slots } = tree;
  const files: string[] = [];
  const fatal: TreeGap[] = [];
  const streamed: TreeGap[] = [];
  for (const { key, tree: below } of slots) {
    if (key !== 'children' && segment.files.layout === undefined) continue;
    const inside = follow(below);
    const gaps: readonly TreeGap[] =
      below.kind === 'missing' ? [{ owner: segment.path, slot: slotName(key) }] : inside.fatal;
    streamed.push(...inside.streamed);
    if (gaps.length === 0) files.push(...inside.files);
    else if (segment.files.loading === undefined) fatal.push(...gaps);
    // The folder's loading file stands around each of its slots and takes the place of this one.
    else streamed.push(...gaps);
  }
  return { files, fatal, streamed };
}

/** The path of a folder's page or default file relative to the app directory. */
export function fileOf(segment: Segment, convention: 'page' | 'default'): string | undefined {
  const name = segment.files[convention];
  if (name === undefined) return undefined;
  return segment.path === '' ? name : `${segment.path}/${name}`;
}
