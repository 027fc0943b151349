import { groupBy } from '../../group-by.js';
import { readInterception } from '../url/interception.js';
import { isKind } from '../url/is-covered.js';
import { walkUrls, type UrlNode } from '../url/url-node.js';
import { isCatchAll, isMarked, isOpen, parameterOf, parseUrl, shapeOf } from '../url/url-part.js';
import type { NextSemantics } from '../versions/next-semantics.js';
import type { RouteConflict } from './conflict.js';

/** Whether Next.js keeps the URL that ends at a node: one that it drops conflicts with none. */
export type IsKept = (node: UrlNode) => boolean;

/**
 * Finds routes whose patterns Next.js cannot sort or tell apart: those that go on from a node. Up to
 * 15.4 the build sorts all routes and fails. Since then the server sorts those that are dynamic when it
 * starts, and serves nothing where that fails. Since 16.1 the build compares whole patterns first. See
 * `sorted-routes.js` and `validate-app-paths.js`.
 */
export function patternConflicts(
  node: UrlNode,
  { urlPatterns }: NextSemantics,
  isKept: IsKept,
): readonly RouteConflict[] {
  const { children } = node;
  const parameters = children.filter(hasParameter);
  if (parameters.length === 0 && !endsInCatchAll(node)) return none;
  const context = { node, children, parameters, checkedBy: urlPatterns, isKept };
  return [
    ...differentNames(context),
    ...repeatedNames(context),
    ...besideOptionalCatchAll(context),
    ...bothCatchAlls(context),
    ...afterCatchAll(context),
  ];
}

/** The children of one node, and who checks their patterns. */
interface Context {
  readonly node: UrlNode;
  readonly children: readonly UrlNode[];
  /** The children with a parameter, behind a marker or not. */
  readonly parameters: readonly UrlNode[];
  readonly checkedBy: NextSemantics['urlPatterns'];
  readonly isKept: IsKept;
}

/** One route below a node. */
interface Pattern {
  readonly node: UrlNode;
  /** The child of the node that it goes through. */
  readonly through: UrlNode;
}

const none: readonly never[] = [];

/** `[a]` beside `[b]`, `[...a]` beside `[...b]`. */
function* differentNames({
  node,
  parameters,
  checkedBy,
  isKept,
}: Context): Generator<RouteConflict> {
  if (parameters.length < 2) return;
  for (const rivals of rivalsAmong(parameters, ({ part }) => (part ? shapeOf(part) : ''))) {
    const patterns = patternsThrough(rivals);
    if (checkedBy === 'validated-by-build') {
      const same = rivalsAmong(patterns, ({ node: { parts } }) => parts.map(shapeOf).join('/'));
      const ambiguous = same.filter(throughSeveral).flat();
      if (ambiguous.length > 0) {
        yield conflict('parameter-name', node, ambiguous, 'build-error');
        continue;
      }
    }
    // To the sorting, a part with a marker is text like any other.
    if (rivals.some(hasMarker)) continue;
    if (checkedBy === 'sorted-by-build') {
      yield conflict('parameter-name', node, patterns, 'build-error');
    } else {
      const served = patterns.filter((each) => isDynamic(each) && isKept(each.node));
      if (throughSeveral(served)) yield conflict('parameter-name', node, served, 'unserved');
    }
  }
}

/** `[a]/x/[a]`, and `[a-b]/[ab]`, which differ in signs alone. */
function* repeatedNames({ node, parameters, checkedBy }: Context): Generator<RouteConflict> {
  for (const child of parameters) {
    const name = child.part && parameterOf(child.part);
    const between = [child];
    let above: UrlNode | undefined = node;
    while (above && (above.part && parameterOf(above.part)) !== name) {
      between.push(above);
      above = above.parent;
    }
    if (!above) continue;
    const patterns = patternsThrough([child]);
    if (checkedBy === 'validated-by-build' && !between.some(hasMarker)) {
      yield conflict('parameter-twice', node, patterns, 'build-error');
    } else if (!hasMarker(child) && !hasMarker(above)) {
      yield* sorted('parameter-twice', node, patterns, checkedBy);
    }
  }
}

/** `page` beside `[[...all]]/page`. */
function* besideOptionalCatchAll({
  node,
  parameters,
  checkedBy,
}: Context): Generator<RouteConflict> {
  const optional = parameters.find(isKind('optional-catch-all'));
  if (!optional || node.files.length === 0) return;
  const patterns = [optional, node].map((each): Pattern => ({ node: each, through: each }));
  if (checkedBy === 'validated-by-build') {
    yield conflict('optional-catch-all', node, patterns, 'build-error');
  } else if (checkedBy === 'sorted-by-build' || patterns.every(isDynamic)) {
    yield* sorted('optional-catch-all', node, patterns, checkedBy);
  }
}

/** `[...all]` beside `[[...all]]`. */
function* bothCatchAlls({
  node,
  parameters,
  checkedBy,
  isKept,
}: Context): Generator<RouteConflict> {
  const filled = parameters.filter(({ files }) => files.length > 0);
  const both = filled.filter(({ part }) => part && isCatchAll(part));
  if (new Set(both.map(({ part }) => part?.kind)).size < 2 || !both.every(isKept)) return;
  yield* sorted('both-catch-alls', node, patternsThrough(both), checkedBy);
}

/** `[...all]/x/page`. */
function* afterCatchAll({ node, children, checkedBy }: Context): Generator<RouteConflict> {
  if (!endsInCatchAll(node)) return;
  const patterns = patternsThrough(children);
  if (patterns.length === 0) return;
  const ordinary = patterns.filter(({ through }) => !hasMarker(through));
  if (checkedBy === 'validated-by-build' && ordinary.length > 0) {
    yield conflict('after-catch-all', node, ordinary, 'build-error');
  } else if (!hasMarker(node)) {
    yield* sorted('after-catch-all', node, patterns, checkedBy);
  }
}

/** A conflict that comes up where routes are sorted. */
function* sorted(
  kind: RouteConflict['kind'],
  node: UrlNode,
  patterns: readonly Pattern[],
  checkedBy: NextSemantics['urlPatterns'],
): Generator<RouteConflict> {
  const dynamic = patterns.filter(isDynamic);
  if (checkedBy === 'sorted-by-build') yield conflict(kind, node, patterns, 'build-error');
  else if (dynamic.length > 0) yield conflict(kind, node, dynamic, 'unserved');
}

/** Routes that conflict with all their files, and the URL from which they go on. */
export function conflict(
  kind: RouteConflict['kind'],
  { url }: UrlNode,
  patterns: readonly Pattern[],
  consequence: RouteConflict['consequence'],
): RouteConflict {
  const nodes = patterns.map(({ node }) => node);
  const routes = [...new Set(nodes.map((node) => node.url))].sort();
  return { kind, url, routes, files: nodes.flatMap(({ files }) => files).sort(), consequence };
}

/** The routes at and below some nodes. */
export function patternsThrough(nodes: readonly UrlNode[]): readonly Pattern[] {
  return nodes.flatMap((through) =>
    [...walkUrls(through)]
      .filter(({ files }) => files.length > 0)
      .map((node) => ({ node, through })),
  );
}

function throughSeveral(patterns: readonly Pattern[]): boolean {
  return patterns.some(({ through }) => through !== patterns[0]?.through);
}

/** Whether the server sorts a route: an intercepting one counts as the route that it replaces. */
function isDynamic({ node: { url } }: Pattern): boolean {
  return parseUrl(readInterception(url)?.target ?? url).some(isOpen);
}

function hasParameter({ part }: UrlNode): boolean {
  return part !== undefined && part.nameKind !== 'static';
}

function hasMarker({ part }: UrlNode): boolean {
  return isMarked(part);
}

/** Whether the last part of a URL is a catch-all, behind a marker or not. */
function endsInCatchAll({ part }: UrlNode): boolean {
  return part?.nameKind === 'catch-all' || part?.nameKind === 'optional-catch-all';
}

/** Items with the same key as another one. */
export function rivalsAmong<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly (readonly Item[])[] {
  return [...groupBy(items, keyOf).values()].filter(({ length }) => length > 1);
}
