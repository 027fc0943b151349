import type { Segment } from '../../routes/route-tree.js';
import { slotName, type LoaderFile, type LoaderTree, type TreeGap } from './loader-tree.js';
import type { SlotName } from '../route-matches.js';

/** What a hard load of a URL puts on the page. */
export interface Rendered {
  /** Pages and defaults in no particular order. Empty where the whole answer is Next's not-found. */
  readonly shown: readonly LoaderFile[];
  /** The gaps over which the whole answer becomes Next's not-found. */
  readonly fatal: readonly TreeGap[];
  /**
   * The gaps below a `loading` file: the answer has status 200 and shows the loading file in their
   * place, and the not-found comes only when the browser takes over.
   */
  readonly streamed: readonly TreeGap[];
}

/** The same while it is collected. */
interface Collection {
  readonly shown: LoaderFile[];
  readonly fatal: TreeGap[];
  readonly streamed: TreeGap[];
}

const nothingShown: readonly LoaderFile[] = [];

/** Whether a folder's layout ever renders one of the slots that it gets. */
export type RendersSlot = (owner: Segment, slot: SlotName) => boolean;

/**
 * Follows a loader tree as Next renders it: a folder's layout gets all its slots as props, a folder
 * without a layout passes on `children` alone, so its named slots are never rendered.
 *
 * @param renders - What the layouts do with their slots; without it, they render all of them.
 */
export function renderedBy(tree: LoaderTree, renders: RendersSlot = always): Rendered {
  const collection: Collection = { shown: [], fatal: [], streamed: [] };
  follow(tree, renders, collection);
  const { shown, fatal, streamed } = collection;
  return { shown: fatal.length === 0 ? shown : nothingShown, fatal, streamed };
}

const always = () => true;

function follow(tree: LoaderTree, renders: RendersSlot, collection: Collection): void {
  if (tree.kind === 'page' || tree.kind === 'default') {
    collection.shown.push(tree);
    return;
  }
  if (tree.kind !== 'folder') return;
  const { segment, slots } = tree;
  const { shown, fatal, streamed } = collection;
  for (const { key, tree: below } of slots) {
    if (key !== 'children' && segment.files.layout === undefined) continue;
    if (!renders(segment, slotName(key))) continue;
    const shownBefore = shown.length;
    const fatalBefore = fatal.length;
    if (below.kind === 'missing') fatal.push({ owner: segment.path, slot: slotName(key) });
    else follow(below, renders, collection);
    // The folder's loading file stands around each of its slots and takes the place of this one.
    if (fatal.length > fatalBefore && segment.files.loading !== undefined) {
      shown.length = shownBefore;
      streamed.push(...fatal.splice(fatalBefore));
    }
  }
}

/** The page and default files among what is shown, relative to the app directory, sorted. */
export function filesShown(shown: readonly LoaderFile[]): readonly string[] {
  const files = shown.flatMap(({ segment, kind }) => fileOf(segment, kind) ?? []);
  return [...new Set(files)].sort();
}

/** The path of a folder's page or default file relative to the app directory. */
export function fileOf(segment: Segment, convention: 'page' | 'default'): string | undefined {
  const name = segment.files[convention];
  if (name === undefined) return undefined;
  return segment.path === '' ? name : `${segment.path}/${name}`;
}
