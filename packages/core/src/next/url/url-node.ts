import { metadataPart } from '../../routes/metadata-files.js';
import type { Segment } from '../../routes/route-tree.js';
import type { Folder } from './folder.js';
import { isInterceptingName, partKind } from './segment-url.js';

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
  /** The metadata files for exactly this URL. */
  readonly metadata: readonly OwnMetadata[];
  /** In the order of the tree, each with another {@link part}. */
  readonly children: readonly UrlNode[];
  /** Those of {@link children} in brackets, which take more than one text. */
  readonly dynamics: readonly UrlNode[];
  /** How many URLs with a page there are here and below. */
  readonly size: number;
  /** Whether the part carries an interception marker. */
  readonly intercepting: boolean;
  #merging: Merging | undefined;
  #byPart: ReadonlyMap<string, UrlNode> | undefined;

  constructor(
    part: string,
    pages: readonly Segment[],
    handlers: readonly Segment[],
    children: readonly UrlNode[],
    metadata: readonly OwnMetadata[] = noMetadata,
  ) {
    this.part = part;
    this.pages = pages;
    this.handlers = handlers;
    this.metadata = metadata;
    this.children = children;
    let size = pages.length > 0 ? 1 : 0;
    let dynamics: UrlNode[] | undefined;
    if (children.length > 0) {
      for (const child of children) {
        size += child.size;
        if (partKind(child.part) !== 'static') (dynamics ??= []).push(child);
      }
    }
    this.size = size;
    this.dynamics = dynamics ?? noNodes;
    this.intercepting = isInterceptingName(part);
  }

  /** Whether no page and no route handler lies here or below. */
  get isEmpty(): boolean {
    return !this.isRoute && this.children.length === 0;
  }

  /** Whether a page, a route handler or a metadata file answers exactly this URL. */
  get isRoute(): boolean {
    return this.pages.length > 0 || this.handlers.length > 0 || this.metadata.length > 0;
  }

  /** The one of {@link children} with a part. */
  child(part: string): UrlNode | undefined {
    const { children } = this;
    if (children.length <= few) return children.find((node) => node.part === part);
    this.#byPart ??= new Map(children.map((node) => [node.part, node]));
    return this.#byPart.get(part);
  }

  /** This place together with others of the same part: the same others give the same node again. */
  mergedWith(others: readonly UrlNode[]): UrlNode {
    const known = this.#merging;
    if (known && sameItems(known.others, others)) return known.merged;
    let { pages, handlers, metadata } = this;
    const places = new Places();
    places.addAll(this.children);
    for (const node of others) {
      metadata = joined(metadata, node.metadata);
      pages = joined(pages, node.pages);
      handlers = joined(handlers, node.handlers);
      places.addAll(node.children);
    }
    const merged = new UrlNode(this.part, pages, handlers, places.merged(), metadata);
    this.#merging = { others, merged };
    return merged;
  }
}

/** A metadata file of a folder. */
export interface OwnMetadata {
  readonly segment: Segment;
  /** The file name: `sitemap.ts`. */
  readonly name: string;
}

interface Merging {
  readonly others: readonly UrlNode[];
  readonly merged: UrlNode;
}

/** Up to so many, looking at each is faster than an index. */
const few = 8;

const noNodes: readonly UrlNode[] = [];
const noMetadata: readonly OwnMetadata[] = [];
const noSegments: readonly Segment[] = [];

/** Gathers nodes from several folders, those of one part together. */
class Places {
  private byPart: Map<string, UrlNode> | undefined = undefined;
  /** The further nodes of a part, which is rare: a slot has a folder of the same name. */
  private further: Map<string, UrlNode[]> | undefined = undefined;

  add(node: UrlNode): void {
    const { part } = node;
    const byPart = (this.byPart ??= new Map<string, UrlNode>());
    if (!byPart.has(part)) {
      byPart.set(part, node);
      return;
    }
    const further = (this.further ??= new Map<string, UrlNode[]>());
    const others = further.get(part);
    if (others) others.push(node);
    else further.set(part, [node]);
  }

  addAll(nodes: readonly UrlNode[]): void {
    if (nodes.length > 0) for (const node of nodes) this.add(node);
  }

  merged(): readonly UrlNode[] {
    const { byPart, further } = this;
    if (byPart === undefined) return noNodes;
    if (further === undefined) return [...byPart.values()];
    for (const [part, others] of further) {
      const first = byPart.get(part);
      if (first) byPart.set(part, first.mergedWith(others));
    }
    return [...byPart.values()];
  }
}

/** The URLs below a folder, seen from it. */
export function folderNode(folder: Folder): UrlNode {
  const { segment, folders, part } = folder;
  let pages = segment.files.page === undefined ? noSegments : [segment];
  let handlers = segment.files.route === undefined ? noSegments : [segment];
  if (folders.length === 0 && segment.metadata.length === 0) {
    return new UrlNode(part, pages, handlers, noNodes);
  }
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
    places.addAll(node.children);
  }
  for (const file of segment.metadata) {
    const own = { segment, name: file.name };
    const at = metadataPart(file, segment.path);
    places.add(new UrlNode(at, noSegments, noSegments, noNodes, [own]));
  }
  return new UrlNode(part, pages, handlers, places.merged());
}

function joined<Item>(a: readonly Item[], b: readonly Item[]): readonly Item[] {
  if (b.length === 0) return a;
  return a.length === 0 ? b : [...a, ...b];
}

function sameItems<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
