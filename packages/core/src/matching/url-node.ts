import type { Segment } from '../tree/route-tree.js';
import { isInterceptingName, isTransparent, partKind, urlPart } from './segment-url.js';

/**
 * One place in the URLs of an app, or of a part of it: all folders that stand at the same URL,
 * whatever slots and groups they lie in. It exists only where a page or route handler lies at or
 * below it.
 */
export interface UrlNode {
  /** The last part of the URL as the folder writes it, `[id]`; `''` at the top. */
  readonly part: string;
  /** The folders with a page for exactly this URL, in the order of the tree. */
  readonly pages: readonly Segment[];
  /** The folders with a route handler for exactly this URL. */
  readonly handlers: readonly Segment[];
  /** By {@link part}, sorted by it. */
  readonly children: ReadonlyMap<string, UrlNode>;
  /** Those of {@link children} in brackets, which take more than one text. */
  readonly dynamics: readonly UrlNode[];
  /** How many URLs with a page there are here and below. */
  readonly size: number;
  /** Whether the part carries an interception marker. */
  readonly intercepting: boolean;
}

const nodes = new WeakMap<Segment, UrlNode>();

/**
 * The URLs below a folder, seen from it. Kept with the folder, so that an unchanged folder has the
 * same node again.
 */
export function urlNodeOf(segment: Segment): UrlNode {
  const known = nodes.get(segment);
  if (known) return known;
  const pages: Segment[] = segment.files.page === undefined ? [] : [segment];
  const handlers: Segment[] = segment.files.route === undefined ? [] : [segment];
  const places = new Map<string, UrlNode[]>();
  for (const folder of segment.folders) {
    const node = urlNodeOf(folder);
    if (isTransparent(folder)) {
      pages.push(...node.pages);
      handlers.push(...node.handlers);
      for (const child of node.children.values()) place(places, child);
    } else if (!isEmpty(node)) {
      place(places, node);
    }
  }
  const part = isTransparent(segment) ? '' : urlPart(segment);
  const node = makeNode(part, pages, handlers, places);
  nodes.set(segment, node);
  return node;
}

function isEmpty(node: UrlNode): boolean {
  return node.size === 0 && node.handlers.length === 0 && node.children.size === 0;
}

function place(places: Map<string, UrlNode[]>, node: UrlNode): void {
  const others = places.get(node.part);
  if (others) others.push(node);
  else places.set(node.part, [node]);
}

function makeNode(
  part: string,
  pages: readonly Segment[],
  handlers: readonly Segment[],
  places: ReadonlyMap<string, readonly UrlNode[]>,
): UrlNode {
  const children = new Map<string, UrlNode>();
  const dynamics: UrlNode[] = [];
  let size = pages.length > 0 ? 1 : 0;
  for (const name of [...places.keys()].sort()) {
    const child = mergeNodes(name, places.get(name) ?? []);
    children.set(name, child);
    if (partKind(name) !== 'static') dynamics.push(child);
    size += child.size;
  }
  const intercepting = isInterceptingName(part);
  return { part, pages, handlers, children, dynamics, size, intercepting };
}

interface Merging {
  readonly nodes: readonly UrlNode[];
  readonly merged: UrlNode;
}

/** The last merging that began with a node: the same nodes again make the same node again. */
const mergings = new WeakMap<UrlNode, Merging>();

function mergeNodes(part: string, parts: readonly UrlNode[]): UrlNode {
  const [first, ...others] = parts;
  if (first === undefined) return makeNode(part, [], [], new Map());
  if (others.length === 0) return first;
  const known = mergings.get(first);
  if (known?.nodes.length === parts.length && known.nodes.every((node, i) => node === parts[i])) {
    return known.merged;
  }
  const places = new Map<string, UrlNode[]>();
  for (const node of parts) for (const child of node.children.values()) place(places, child);
  const merged = makeNode(
    part,
    parts.flatMap((node) => node.pages),
    parts.flatMap((node) => node.handlers),
    places,
  );
  mergings.set(first, { nodes: parts, merged });
  return merged;
}
