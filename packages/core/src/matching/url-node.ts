import type { Segment } from '../tree/route-tree.js';
import type { Folder } from './folder.js';
import { isInterceptingName, partKind } from './segment-url.js';
import type { LiftedBlock } from './turbopack-trees.js';

/**
 * One place in the URLs of an app, or of a part of it: all folders that stand at the same URL,
 * whatever slots and groups they lie in. It exists only where a page or route handler lies at or
 * below it.
 */
export class UrlNode {
  /** The last part of the URL as the folder writes it, `[id]`; `''` at the top. */
  readonly part: string;
  /** The folders with a page for exactly this URL, in the order of the tree. */
  readonly pages: readonly Segment[];
  /** The folders with a route handler for exactly this URL. */
  readonly handlers: readonly Segment[];
  /** By {@link part}. */
  readonly children: ReadonlyMap<string, UrlNode>;
  /** Those of {@link children} in brackets, which take more than one text. */
  readonly dynamics: readonly UrlNode[];
  /** How many URLs with a page there are here and below. */
  readonly size: number;
  /** Whether the part carries an interception marker. */
  readonly intercepting: boolean;
  /** What turbopack-trees.ts keeps with the place, one block for each folder it is seen from. */
  lifted: LiftedBlock | undefined;
  #merging: Merging | undefined;

  constructor(
    part: string,
    pages: readonly Segment[],
    handlers: readonly Segment[],
    children: ReadonlyMap<string, UrlNode>,
  ) {
    this.part = part;
    this.pages = pages;
    this.handlers = handlers;
    this.children = children;
    let size = pages.length > 0 ? 1 : 0;
    let dynamics: UrlNode[] | undefined;
    for (const child of children.values()) {
      size += child.size;
      if (partKind(child.part) !== 'static') (dynamics ??= []).push(child);
    }
    this.size = size;
    this.dynamics = dynamics ?? noNodes;
    this.intercepting = isInterceptingName(part);
  }

  /** Whether no page and no route handler lies here or below. */
  get isEmpty(): boolean {
    return this.size === 0 && this.handlers.length === 0 && this.children.size === 0;
  }

  /** This place together with others of the same part: the same others give the same node again. */
  mergedWith(others: readonly UrlNode[]): UrlNode {
    const known = this.#merging;
    if (known && sameItems(known.others, others)) return known.merged;
    const all = [this, ...others];
    const places = new Places();
    for (const node of all) for (const child of node.children.values()) places.add(child);
    const merged = new UrlNode(
      this.part,
      all.flatMap((node) => node.pages),
      all.flatMap((node) => node.handlers),
      places.merged(),
    );
    this.#merging = { others, merged };
    return merged;
  }
}

interface Merging {
  readonly others: readonly UrlNode[];
  readonly merged: UrlNode;
}

const noNodes: readonly UrlNode[] = [];
const noSegments: readonly Segment[] = [];
const noChildren: ReadonlyMap<string, UrlNode> = new Map();

/** Gathers nodes from several folders, those of one part together. */
class Places {
  readonly #byPart = new Map<string, UrlNode>();
  /** The further nodes of a part, which is rare: a slot has a folder of the same name. */
  #further: Map<string, UrlNode[]> | undefined;

  add(node: UrlNode): void {
    const { part } = node;
    if (!this.#byPart.has(part)) {
      this.#byPart.set(part, node);
      return;
    }
    this.#further ??= new Map<string, UrlNode[]>();
    const others = this.#further.get(part);
    if (others) others.push(node);
    else this.#further.set(part, [node]);
  }

  merged(): ReadonlyMap<string, UrlNode> {
    if (this.#byPart.size === 0) return noChildren;
    if (this.#further === undefined) return this.#byPart;
    for (const [part, others] of this.#further) {
      const first = this.#byPart.get(part);
      if (first) this.#byPart.set(part, first.mergedWith(others));
    }
    return this.#byPart;
  }
}

/** The URLs below a folder, seen from it. */
export function folderNode(folder: Folder): UrlNode {
  const { segment, folders } = folder;
  let pages = segment.files.page === undefined ? noSegments : [segment];
  let handlers = segment.files.route === undefined ? noSegments : [segment];
  if (folders.length === 0) return new UrlNode(folder.part, pages, handlers, noChildren);
  const places = new Places();
  for (const below of folders) {
    const { node } = below;
    if (node.isEmpty) continue;
    if (!below.isTransparent) {
      places.add(node);
      continue;
    }
    pages = joined(pages, node.pages);
    handlers = joined(handlers, node.handlers);
    for (const child of node.children.values()) places.add(child);
  }
  return new UrlNode(folder.part, pages, handlers, places.merged());
}

function joined(a: readonly Segment[], b: readonly Segment[]): readonly Segment[] {
  if (b.length === 0) return a;
  return a.length === 0 ? b : [...a, ...b];
}

function sameItems<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
