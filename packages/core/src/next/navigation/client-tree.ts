import type { LoaderFile, LoaderGap, LoaderTree } from '../loader-tree/loader-tree.js';
import { urlPart, type Folder } from '../url/folder.js';

/** What the router in the browser keeps: a loader tree with the values of its dynamic segments. */
export type ClientTree = ClientFolder | LoaderFile | LoaderGap;

/** A folder of it. */
export interface ClientFolder {
  readonly kind: 'folder';
  readonly folder: Folder;
  /** What a dynamic segment stands for at this URL; the name of a static one. */
  readonly value: string;
  readonly slots: ReadonlyMap<string, ClientTree>;
}

/** The concrete URLs that a tree's dynamic segments get their values from. */
export interface UrlValues {
  /** The parts of the URL that is shown. */
  readonly parts: readonly string[];
  /** Of an intercepting route: where the folders above the marker take theirs from, and the rest. */
  readonly interception?: {
    /** The parts of a URL below which it intercepts. */
    readonly from: readonly string[];
    /** Which of {@link UrlValues.parts} the folder with the marker stands for. */
    readonly markedIndex: number;
  };
}

/** Puts the values of a concrete URL into its loader tree. */
export function clientTree(tree: LoaderTree, { parts, interception }: UrlValues): ClientTree {
  const above = interception?.from ?? parts;
  const follow = (at: LoaderTree, index: number, belowMarker: boolean): ClientTree => {
    if (at.kind !== 'folder') return at;
    const { folder } = at;
    const marked = interception !== undefined && hasMarker(folder);
    const own = marked ? interception.markedIndex : index;
    const below = belowMarker || marked;
    const hidden = folder.isTransparent && !marked;
    const slots = mapSlots(at.slots, (slot) => follow(slot, hidden ? own : own + 1, below));
    const value = hidden ? '' : valueOf(folder, below ? parts : above, own);
    return { kind: 'folder', folder, value, slots };
  };
  return follow(tree, 0, false);
}

function valueOf({ part, segment }: Folder, parts: readonly string[], index: number): string {
  const rest = parts.slice(index);
  // Behind a marker a name can be dynamic as well: `(.)[id]`.
  if (part?.marker !== '') {
    const text = urlPart(segment);
    return text.endsWith(']') ? `${text}=${rest.join('/')}` : text;
  }
  if (part.kind === 'static') return part.text;
  return part.kind === 'dynamic' ? (rest[0] ?? '') : rest.join('/');
}

/** Whether the router takes two trees for the same place, and keeps what is mounted there. */
function isSamePlace(a: ClientTree, b: ClientTree): boolean {
  if (a.kind !== 'folder' || b.kind !== 'folder') {
    return a.kind === b.kind || (isDefault(a) && isDefault(b));
  }
  return a.folder === b.folder && a.value === b.value;
}

/** Whether a slot is left to its default, Next's own included. */
function isDefault(tree: ClientTree): boolean {
  return tree.kind === 'default' || tree.kind === 'missing' || tree.kind === 'retained';
}

/**
 * Goes from what stands to a URL's tree: a slot that the URL leaves to its default keeps what it
 * shows, a folder that stands already is gone into, everything else comes from the new tree whole.
 */
export function navigated(current: ClientTree, next: ClientTree): ClientTree {
  if (current.kind !== 'folder' || next.kind !== 'folder' || !isSamePlace(current, next)) {
    return next;
  }
  const slots = mapSlots(next.slots, (below, key) => {
    const standing = current.slots.get(key);
    if (standing === undefined) return below;
    return isDefault(below) ? standing : navigated(standing, below);
  });
  return { ...next, slots };
}

/**
 * The path of what changed, which the browser tells the server as `Next-Url` at the next navigation.
 *
 * Source of the behaviour: `next/dist/client/components/router-reducer/compute-changed-path.js`.
 *
 * @returns undefined where nothing changed but an intercepting slot.
 */
export function changedPath(before: ClientTree, after: ClientTree): string | undefined {
  const parts = changedParts(before, after);
  return parts === undefined || parts === 'intercepted' ? undefined : `/${parts.join('/')}`;
}

function changedParts(
  before: ClientTree,
  after: ClientTree,
): readonly string[] | 'intercepted' | undefined {
  if (isIntercepting(before) || isIntercepting(after)) return 'intercepted';
  if (!isSamePlace(before, after)) return urlOfTree(after) ?? [];
  if (before.kind !== 'folder' || after.kind !== 'folder') return undefined;
  for (const key of keysOf(before)) {
    const from = before.slots.get(key);
    const to = after.slots.get(key);
    const below = from && to && changedParts(from, to);
    if (below === 'intercepted') return below;
    if (below !== undefined) return [...ownPart(after), ...below];
  }
  return undefined;
}

/** The parts of the URL that a tree stands for by itself, `children` first. */
export function urlOfTree(tree: ClientTree): readonly string[] | undefined {
  if (isDefault(tree) || isIntercepting(tree)) return undefined;
  if (tree.kind !== 'folder') return [];
  for (const key of keysOf(tree)) {
    const slot = tree.slots.get(key);
    const below = slot && urlOfTree(slot);
    if (below) return [...ownPart(tree), ...below];
  }
  return ownPart(tree);
}

/** `children` first. */
function keysOf({ slots }: ClientFolder): readonly string[] {
  const keys = [...slots.keys()];
  return slots.has('children') ? ['children', ...keys.filter((key) => key !== 'children')] : keys;
}

function mapSlots<Tree>(
  slots: ReadonlyMap<string, Tree>,
  treeFor: (tree: Tree, key: string) => ClientTree,
): ReadonlyMap<string, ClientTree> {
  return new Map(Array.from(slots, ([key, tree]) => [key, treeFor(tree, key)]));
}

function ownPart(tree: ClientFolder): readonly string[] {
  return tree.value === '' ? [] : tree.value.split('/');
}

function isIntercepting(tree: ClientTree): boolean {
  return tree.kind === 'folder' && hasMarker(tree.folder);
}

function hasMarker({ segment }: Folder): boolean {
  return segment.name.kind === 'intercepting';
}
