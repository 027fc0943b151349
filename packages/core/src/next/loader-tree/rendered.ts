import { filePath } from '../../routes/walk.js';
import { slotName, type Gap, type RendersSlot } from '../slots.js';
import type { LoaderFile, LoaderTree } from './loader-tree.js';

/** What a hard navigation to a URL puts on the page. */
export interface Rendered {
  /** Pages and defaults in no particular order. Empty where the whole answer is Next's not-found. */
  readonly shown: readonly LoaderFile[];
  /** The gaps over which the whole answer becomes Next's not-found. */
  readonly fatal: readonly Gap[];
  /**
   * The gaps below a `loading` file: the answer has status 200 and shows the loading file in their
   * place, and the not-found comes only when the browser takes over.
   */
  readonly streamed: readonly Gap[];
}

/** The same while it is collected. */
interface Collection {
  readonly shown: LoaderFile[];
  readonly fatal: Gap[];
  readonly streamed: Gap[];
}

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
  return { shown: fatal.length === 0 ? shown : [], fatal, streamed };
}

const always = () => true;

function follow(tree: LoaderTree, renders: RendersSlot, collection: Collection): void {
  if (tree.kind === 'page' || tree.kind === 'default') {
    collection.shown.push(tree);
    return;
  }
  if (tree.kind !== 'folder') return;
  const { segment } = tree.folder;
  const { shown, fatal, streamed } = collection;
  for (const [key, below] of tree.slots) {
    if (key !== 'children' && segment.files.layout === undefined) continue;
    if (!renders(segment, slotName(key))) continue;
    const shownBefore = shown.length;
    const fatalBefore = fatal.length;
    if (below.kind === 'missing') fatal.push({ owner: segment, slot: slotName(key) });
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
  return [...new Set(shown.flatMap((file) => fileOf(file) ?? []))].sort();
}

/** The path of a page or default file relative to the app directory. */
export function fileOf({ folder, kind }: LoaderFile): string | undefined {
  return filePath(folder.segment, kind);
}
