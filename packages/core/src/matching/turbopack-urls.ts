import type { RouteTree, Segment } from '../tree/route-tree.js';
import { joinPath } from '../tree/walk.js';
import { folderOf } from './folder.js';
import type { Frame } from './framed-tree.js';
import { slotName, type LayoutGap, type LoaderTree } from './loader-tree.js';
import {
  fine,
  listPlaces,
  type MatchedUrl,
  type MatchedUrls,
  type MissingLine,
  type UrlPlace,
  type Verdict,
} from './matched-urls.js';
import { turbopackMissingDefaults } from './missing-defaults.js';
import type { NextSemantics } from './next-semantics.js';
import { addParticipatingPages } from './participating-pages.js';
import { renderedBy } from './rendered.js';
import type { MatchObserver } from './route-matches.js';
import { TurbopackTrees } from './turbopack-trees.js';
import type { UrlNode } from './url-node.js';

/** Matches every URL of an app as Turbopack does. */
export function turbopackUrls(
  tree: RouteTree,
  semantics: NextSemantics,
  observer: MatchObserver | undefined,
): MatchedUrls {
  const root = folderOf(tree.root);
  const trees = new TurbopackTrees(semantics.childrenSlot, observer).treesOf(root);
  const places = listPlaces(root.node);
  const missingDefaults = turbopackMissingDefaults(
    tree,
    semantics.missingDefault,
    interceptingTrees(places, trees),
  );
  const refusing = new Set(missingDefaults.map(({ owner, slot }) => joinPath(owner.path, slot)));
  const strict = semantics.routeMatching === 'strict';
  // Trees that many URLs share are looked through once.
  const seen = new Set<LoaderTree | Frame>();
  let index = 0;
  const all = places.map((place) => {
    const loaderTree = place.node.pages.length > 0 ? trees[index++] : undefined;
    const verdict = strict ? judgeStrictly(place, loaderTree) : judgeLoosely(loaderTree, refusing);
    return new TurbopackUrl(place, verdict, loaderTree, seen);
  });
  return { all, alsoMatched: [], missingDefaults, unbuildableSlots: [] };
}

class TurbopackUrl implements MatchedUrl {
  readonly node: UrlNode;
  readonly url: string;
  readonly intercepting: boolean;
  readonly verdict: Verdict;
  readonly hasPage: boolean;
  readonly tree: LoaderTree | undefined;
  readonly #seen: Set<LoaderTree | Frame>;

  constructor(
    place: UrlPlace,
    verdict: Verdict,
    tree: LoaderTree | undefined,
    seen: Set<LoaderTree | Frame>,
  ) {
    this.node = place.node;
    this.url = place.url;
    this.intercepting = place.intercepting;
    this.verdict = verdict;
    this.hasPage = place.node.pages.length > 0;
    this.tree = tree;
    this.#seen = seen;
  }

  addParticipatingPages(pages: Set<Segment>): void {
    if (!this.tree || !this.verdict.complete) return;
    addParticipatingPages(this.tree, this.node, pages, this.#seen);
  }
}

function interceptingTrees(
  places: readonly UrlPlace[],
  trees: readonly (LoaderTree | undefined)[],
): LoaderTree[] {
  return places
    .filter((place) => place.node.pages.length > 0)
    .flatMap((place, index) => (place.intercepting ? (trees[index] ?? []) : []));
}

/**
 * Strict matching drops a URL where a slot that a layout gets has neither page nor default. It says
 * so, except where a catch-all fills a slot beside the gap: such URLs go without a word.
 */
function judgeStrictly(place: UrlPlace, tree: LoaderTree | undefined): Verdict {
  if (tree === undefined || place.intercepting) return fine;
  const gaps = tree.gaps.filter((gap) => gap.layout !== undefined);
  if (gaps.length === 0) return fine;
  const missing = gaps.some((gap) => gap.quiet) ? [] : missingByLayout(gaps);
  return { complete: false, refused: false, gaps, fatal: true, missing };
}

function missingByLayout(gaps: readonly LayoutGap[]): MissingLine[] {
  const byLayout = new Map<string, LayoutGap[]>();
  for (const gap of gaps) {
    const { layout } = gap;
    if (layout === undefined) continue;
    const same = byLayout.get(layout);
    if (same) same.push(gap);
    else byLayout.set(layout, [gap]);
  }
  return [...byLayout].map(([layout, missed]) => ({
    layout,
    slots: [...new Set(missed.map((gap) => gap.slot))].sort(),
    gaps: missed,
  }));
}

function judgeLoosely(tree: LoaderTree | undefined, refusing: ReadonlySet<string>): Verdict {
  if (tree === undefined) return fine;
  const { files, fatal, streamed } = renderedBy(tree);
  const refused = refusing.size > 0 && hasGapAmong(tree, refusing);
  return {
    complete: true,
    refused,
    gaps: [...fatal, ...streamed],
    fatal: files.length === 0,
    missing: [],
  };
}

/** Whether a URL leaves a slot empty that the build fails over, be the slot rendered or not. */
function hasGapAmong(tree: LoaderTree, slotPaths: ReadonlySet<string>): boolean {
  if (tree.kind !== 'folder') return false;
  return tree.slots.some(
    ({ key, tree: below }) =>
      (below.kind === 'missing' && slotPaths.has(joinPath(tree.segment.path, slotName(key)))) ||
      hasGapAmong(below, slotPaths),
  );
}
