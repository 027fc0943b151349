import { parameterOf, readInterception, splitMarker } from '../navigation/intercepting-routes.js';
import type { NextSemantics } from '../versions/next-semantics.js';
import { ownFiles } from '../url/own-files.js';
import type { RouteConflict } from '../route-matches.js';
import { partKind } from '../url/segment-url.js';
import type { UrlNode } from '../url/url-node.js';

/** Whether Next.js keeps the URL that ends at a node: one that it drops conflicts with none. */
export type IsKept = (node: UrlNode) => boolean;

type Conflict = Omit<RouteConflict, 'url'>;

/**
 * Finds routes whose patterns Next.js cannot sort or tell apart: those that go on from the last node of a
 * path, which begins at the app directory. Up to 15.4 the build sorts all routes and fails. Since then
 * the server sorts those that are dynamic when it starts, and serves nothing where that fails. Since
 * 16.1 the build compares whole patterns first. See `sorted-routes.js` and `validate-app-paths.js`.
 */
export function patternConflicts(
  path: readonly UrlNode[],
  { urlPatterns }: NextSemantics,
  isKept: IsKept,
): readonly Conflict[] {
  const node = path.at(-1);
  if (!node) return none;
  const parameters = node.children.filter(hasParameter);
  if (parameters.length === 0 && !endsInCatchAll(node)) return none;
  const context = { path, node, parameters, checkedBy: urlPatterns, isKept };
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
  readonly path: readonly UrlNode[];
  readonly node: UrlNode;
  /** The children with a parameter, behind a marker or not. */
  readonly parameters: readonly UrlNode[];
  readonly checkedBy: NextSemantics['urlPatterns'];
  readonly isKept: IsKept;
}

/** One route below a node. */
interface Pattern {
  /** As Next.js prints it. */
  readonly url: string;
  readonly node: UrlNode;
  /** The child of the node that it goes through. */
  readonly through: UrlNode;
}

const none: readonly never[] = [];

/** `[a]` beside `[b]`, `[...a]` beside `[...b]`. */
function* differentNames(context: Context): Generator<Conflict> {
  const { parameters, checkedBy, isKept } = context;
  if (parameters.length < 2) return;
  for (const rivals of groupsOf(parameters, ({ part }) => shapeOf(part))) {
    if (checkedBy === 'validated-by-build') {
      const same = groupsOf(patternsThrough(rivals, context), ({ url }) => shapeOf(url));
      const ambiguous = same.filter(throughSeveral).flat();
      if (ambiguous.length > 0) {
        yield conflict('parameter-name', ambiguous, 'build-error');
        continue;
      }
    }
    // To the sorting, a part with a marker is text like any other.
    if (rivals.some(({ intercepting }) => intercepting)) continue;
    const patterns = patternsThrough(rivals, context);
    if (checkedBy === 'sorted-by-build') yield conflict('parameter-name', patterns, 'build-error');
    else {
      const served = patterns.filter((each) => isDynamic(each) && isKept(each.node));
      if (throughSeveral(served)) yield conflict('parameter-name', served, 'unserved');
    }
  }
}

/** `[a]/x/[a]`, and `[a-b]/[ab]`, which differ in signs alone. */
function* repeatedNames(context: Context): Generator<Conflict> {
  const { path, parameters, checkedBy } = context;
  for (const child of parameters) {
    const name = parameterOf(child.part);
    const above = path.findLastIndex((node) => parameterOf(node.part) === name);
    if (above < 0) continue;
    const patterns = patternsThrough([child], context);
    const between = [...path.slice(above + 1), child];
    if (checkedBy === 'validated-by-build' && !between.some(({ intercepting }) => intercepting)) {
      yield conflict('parameter-twice', patterns, 'build-error');
      continue;
    }
    if (child.intercepting || path[above]?.intercepting === true) continue;
    yield* sorted('parameter-twice', patterns, checkedBy);
  }
}

/** `page` beside `[[...all]]/page`. */
function* besideOptionalCatchAll(context: Context): Generator<Conflict> {
  const { path, node, parameters, checkedBy } = context;
  const optional = parameters.find(({ part }) => partKind(part) === 'optional-catch-all');
  if (!optional || ownFiles(node).length === 0) return;
  const patterns = [optional, node].map((each) => ({
    url: urlOf(each === node ? path : [...path, each]),
    node: each,
    through: each,
  }));
  if (checkedBy === 'validated-by-build') {
    yield conflict('optional-catch-all', patterns, 'build-error');
  } else if (checkedBy === 'sorted-by-build' || patterns.every(isDynamic)) {
    yield* sorted('optional-catch-all', patterns, checkedBy);
  }
}

/** `[...all]` beside `[[...all]]`. */
function* bothCatchAlls(context: Context): Generator<Conflict> {
  const { parameters, checkedBy, isKept } = context;
  const both = parameters.filter(
    (child) => partKind(child.part).endsWith('catch-all') && ownFiles(child).length > 0,
  );
  if (new Set(both.map(({ part }) => partKind(part))).size < 2 || !both.every(isKept)) return;
  yield* sorted('both-catch-alls', patternsThrough(both, context), checkedBy);
}

/** `[...all]/x/page`. */
function* afterCatchAll(context: Context): Generator<Conflict> {
  const { node, checkedBy } = context;
  if (!endsInCatchAll(node) || node.children.length === 0) return;
  const patterns = patternsThrough(node.children, context);
  if (patterns.length === 0) return;
  const ordinary = patternsThrough(
    node.children.filter(({ intercepting }) => !intercepting),
    context,
  );
  if (checkedBy === 'validated-by-build' && ordinary.length > 0) {
    yield conflict('after-catch-all', ordinary, 'build-error');
  } else if (!node.intercepting) {
    yield* sorted('after-catch-all', patterns, checkedBy);
  }
}

/** A conflict that comes up where routes are sorted. */
function* sorted(
  kind: RouteConflict['kind'],
  patterns: readonly Pattern[],
  checkedBy: NextSemantics['urlPatterns'],
): Generator<Conflict> {
  if (checkedBy === 'sorted-by-build') yield conflict(kind, patterns, 'build-error');
  else if (patterns.some(isDynamic)) {
    yield conflict(kind, patterns.filter(isDynamic), 'unserved');
  }
}

function conflict(
  kind: RouteConflict['kind'],
  patterns: readonly Pattern[],
  consequence: RouteConflict['consequence'],
): Conflict {
  return { kind, files: patterns.flatMap(({ node }) => ownFiles(node)).sort(), consequence };
}

function patternsThrough(children: readonly UrlNode[], { path }: Context): readonly Pattern[] {
  const patterns: Pattern[] = [];
  for (const through of children) collect(through, [...path, through], through, patterns);
  return patterns;
}

function collect(
  node: UrlNode,
  path: readonly UrlNode[],
  through: UrlNode,
  patterns: Pattern[],
): void {
  if (ownFiles(node).length > 0) patterns.push({ url: urlOf(path), node, through });
  for (const child of node.children) collect(child, [...path, child], through, patterns);
}

function throughSeveral(patterns: readonly Pattern[]): boolean {
  return patterns.some(({ through }) => through !== patterns[0]?.through);
}

/** Whether the server sorts a route: an intercepting one counts as the route that it replaces. */
function isDynamic({ url }: Pattern): boolean {
  const target = readInterception(url)?.target ?? url;
  return target.split('/').some((part) => partKind(part) !== 'static');
}

/** The URL of the last node of a path. */
export function urlOf(path: readonly UrlNode[]): string {
  return `/${path.flatMap(({ part }) => (part === '' ? [] : [part])).join('/')}`;
}

function hasParameter({ part }: UrlNode): boolean {
  return parameterOf(part) !== undefined;
}

function endsInCatchAll({ part }: UrlNode): boolean {
  return part.endsWith(']') && partKind(splitMarker(part).rest).endsWith('catch-all');
}

/** A URL, or a part of one, without the names of its parameters: `/x/[*]`, `/x/[...*]`. */
function shapeOf(url: string): string {
  return url
    .split('/')
    .map((part) => {
      const { marker, rest } = splitMarker(part);
      return partKind(rest) === 'static'
        ? part
        : marker + rest.replace(/^(\[+(?:\.\.\.)?)[^\]]*/u, '$1*');
    })
    .join('/');
}

function groupsOf<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly (readonly Item[])[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}
