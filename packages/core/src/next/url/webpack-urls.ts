import { joinPath } from '../../routes/walk.js';
import type { RouteTree, Segment } from '../../routes/route-tree.js';
import { folderOf, hasEmptySlot } from './folder.js';
import { foldersOf, waysToRoutes, type FolderWay } from './folder-way.js';
import { slotName, type LoaderTree, type TreeGap } from '../loader-tree/loader-tree.js';
import {
  fine,
  type MatchedUrl,
  type MatchedUrls,
  type MissingLine,
  type Verdict,
} from './matched-urls.js';
import { missingAtTop, webpackMissingDefaults } from '../verdict/missing-defaults.js';
import type { NextSemantics } from '../versions/next-semantics.js';
import { judgeEntries } from '../verdict/served-entry.js';
import { renderedBy } from '../loader-tree/rendered.js';
import type { Gap, MatchObserver, MissingDefault } from '../route-matches.js';
import { notFoundRoute, webpackRoutes, type WebpackRoute } from './webpack-routes.js';
import { judgeWebpackRoute } from '../verdict/webpack-strict.js';
import type { UrlNode } from './url-node.js';
import { webpackTree } from '../loader-tree/webpack-trees.js';

/** Matches every URL of an app as webpack does. */
export function webpackUrls(
  tree: RouteTree,
  semantics: NextSemantics,
  observer: MatchObserver | undefined,
): MatchedUrls {
  const root = folderOf(tree.root);
  const ways = waysToRoutes(root);
  const routes = webpackRoutes(root.node, ways, semantics.catchAllFillsSiblings);
  const unbuildable = semantics.slotNames === 'identifiers' ? slotsWithoutIdentifier(tree) : [];
  const unbuildableOwners = new Set(unbuildable.map((slot) => slot.owner));
  const missingDefaults = new Map<Segment, Map<string, MissingDefault>>();
  const atTop = semantics.slotsAtTop === 'need-default' ? missingAtTop(tree) : [];
  for (const each of atTop) addMissing(each, missingDefaults);
  const mayHoldGaps = hasEmptySlot(tree.root);
  const all = routes.map((route) => {
    observer?.visited();
    const url = new WebpackUrl(route, semantics);
    const verdict =
      semantics.routeMatching === 'strict'
        ? judgeStrictly(route, url, semantics, mayHoldGaps)
        : judgeLoosely(route, url.tree, semantics, missingDefaults);
    const refused =
      atTop.length > 0 ||
      (unbuildableOwners.size > 0 && route.pages.some((page) => passes(page, unbuildableOwners)));
    url.verdict = refused ? { ...verdict, refused } : verdict;
    return url;
  });
  return {
    all,
    alsoMatched: semantics.routeMatching === 'strict' ? pagesOfNotFound(root.node, ways) : [],
    missingDefaults: [...missingDefaults.values()].flatMap((slots) => [...slots.values()]),
    unbuildableSlots: unbuildable,
  };
}

/** The pages of catch-alls that Next's own not-found page shows. */
function pagesOfNotFound(root: UrlNode, ways: ReadonlyMap<Segment, FolderWay>): readonly Segment[] {
  const notFound = notFoundRoute(root, ways);
  if (notFound.pages.length === 0 || !judgeWebpackRoute(notFound).complete) return [];
  return notFound.pages.map((page) => page.folder.segment);
}

class WebpackUrl implements MatchedUrl {
  readonly node: UrlNode;
  readonly url: string;
  readonly intercepting: boolean;
  verdict: Verdict = fine;
  readonly #route: WebpackRoute;
  readonly #semantics: NextSemantics;
  /** Null until it is asked for. */
  #tree: LoaderTree | undefined | null = null;

  constructor(route: WebpackRoute, semantics: NextSemantics) {
    this.node = route.node;
    this.url = route.url;
    this.intercepting = route.intercepting;
    this.#route = route;
    this.#semantics = semantics;
  }

  get hasPage(): boolean {
    return this.#route.pages.length > 0;
  }

  /** Built when first asked for: strict matching judges without it. */
  get tree(): LoaderTree | undefined {
    if (this.#tree === null) this.#tree = webpackTree(this.#route, this.#semantics);
    return this.#tree;
  }

  get showsOwnPages(): boolean {
    return this.verdict.complete;
  }

  addParticipatingPages(pages: Set<Segment>): void {
    if (!this.verdict.complete) return;
    for (const page of this.#route.pages) pages.add(page.folder.segment);
  }
}

/** @param mayHoldGaps - Whether the app has slot folders without content. */
function judgeStrictly(
  route: WebpackRoute,
  url: WebpackUrl,
  semantics: NextSemantics,
  mayHoldGaps: boolean,
): Verdict {
  const { complete, reported, gaps } = judgeWebpackRoute(route);
  if (!complete) {
    const missing = missingByOwner(route, reported);
    return { ...fine, complete, gaps, fatal: true, missing };
  }
  // The tree of a page that is alone at its URL holds the page and no gaps, and nearly all are.
  if (route.pages.length < 2 && !mayHoldGaps) return fine;
  const { tree } = url;
  if (tree === undefined || isHandler(route)) return fine;
  const { refused, unserved, displaced } = judgeEntries(route, tree, semantics);
  // "Invariant: strict route matching retained the incomplete route matcher"
  const gapsLeft = route.intercepting ? [] : gapsIn(tree);
  return {
    ...fine,
    refused: refused || gapsLeft.length > 0,
    gaps: gapsLeft,
    fatal: unserved,
    displaced,
  };
}

/** The slots of a tree that the loader would fill with the not-found of Next.js. */
function gapsIn(tree: LoaderTree): readonly TreeGap[] {
  if (tree.kind !== 'folder') return [];
  return tree.slots.flatMap(({ key, tree: below }): readonly TreeGap[] =>
    below.kind === 'missing' ? [{ owner: tree.segment.path, slot: slotName(key) }] : gapsIn(below),
  );
}

function missingByOwner(route: WebpackRoute, gaps: readonly TreeGap[]): MissingLine[] {
  if (gaps.length === 0) return [];
  const byOwner = new Map<string, TreeGap[]>();
  for (const gap of gaps) {
    const same = byOwner.get(gap.owner);
    if (same) same.push(gap);
    else byOwner.set(gap.owner, [gap]);
  }
  const layouts = layoutsOf(route);
  return [...byOwner].map(([owner, missed]) => ({
    layout: joinPath(owner, layouts.get(owner) ?? 'layout'),
    slots: missed.map((gap) => gap.slot).sort(),
    gaps: missed,
  }));
}

/** The layouts on the ways of a URL's pages, by folder. */
function layoutsOf(route: WebpackRoute): ReadonlyMap<string, string | undefined> {
  const folders = route.pages.flatMap(foldersOf);
  return new Map(folders.map(({ segment }) => [segment.path, segment.files.layout]));
}

function judgeLoosely(
  route: WebpackRoute,
  tree: LoaderTree | undefined,
  semantics: NextSemantics,
  missingDefaults: Map<Segment, Map<string, MissingDefault>>,
): Verdict {
  if (tree === undefined || isHandler(route)) return fine;
  const lacking = semantics.missingDefault === 'never' ? [] : webpackMissingDefaults(tree);
  for (const each of lacking) addMissing(each, missingDefaults);
  const entries = judgeEntries(route, tree, semantics);
  const refused = lacking.length > 0 || entries.refused;
  const { shown, fatal, streamed } = renderedBy(tree);
  const gaps = [...fatal, ...streamed];
  const unserved = entries.unserved || shown.length === 0;
  return { ...fine, refused, gaps, fatal: unserved, displaced: entries.displaced };
}

/** Whether a route handler answers a URL: what catch-alls of slots have for it is not built then. */
function isHandler({ node }: WebpackRoute): boolean {
  return node.pages.length === 0;
}

function addMissing(each: MissingDefault, all: Map<Segment, Map<string, MissingDefault>>): void {
  const slots = all.get(each.owner) ?? new Map<string, MissingDefault>();
  all.set(each.owner, slots.set(each.slot, each));
}

function passes(page: FolderWay, owners: ReadonlySet<Segment>): boolean {
  for (let each: FolderWay | undefined = page; each; each = each.parent) {
    if (owners.has(each.folder.segment)) return true;
  }
  return false;
}

/** What may stand unquoted as a key of an object: `next-app-loader` writes `${slot}: …`. */
const objectKey = /^(?:[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*|0|[1-9]\d*)$/u;

function slotsWithoutIdentifier(tree: RouteTree): Gap[] {
  const found: Gap[] = [];
  const visit = (segment: Segment) => {
    for (const slot of segment.slots) {
      if (!objectKey.test(slot.name.value)) {
        found.push({ owner: segment, slot: `@${slot.name.value}` });
      }
    }
    for (const folder of segment.folders) if (folder.folders.length > 0) visit(folder);
  };
  visit(tree.root);
  return found;
}
