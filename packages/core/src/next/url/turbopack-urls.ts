import type { RouteTree, Segment } from '../../routes/route-tree.js';
import { joinPath } from '../../routes/walk.js';
import { folderOf, hasEmptySlot } from './folder.js';
import { slotName, type LayoutGap, type LoaderTree } from '../loader-tree/loader-tree.js';
import {
  fine,
  type MatchedUrl,
  type MatchedUrls,
  type MissingLine,
  visitUrls,
  type Verdict,
} from './matched-urls.js';
import { turbopackMissingDefaults } from '../verdict/missing-defaults.js';
import type { NextSemantics } from '../versions/next-semantics.js';
import { addParticipatingPages, holdsOwnPages } from '../verdict/participating-pages.js';
import { renderedBy } from '../loader-tree/rendered.js';
import type { MatchObserver } from '../route-matches.js';
import { TurbopackTrees } from '../loader-tree/turbopack-trees.js';
import type { UrlNode } from './url-node.js';

/** Matches every URL of an app as Turbopack does. */
export function turbopackUrls(
  tree: RouteTree,
  semantics: NextSemantics,
  observer: MatchObserver | undefined,
): MatchedUrls {
  const root = folderOf(tree.root);
  const trees = new TurbopackTrees(root, semantics.childrenSlot, observer);
  // Trees that many URLs share are looked through once.
  const seen = new Set<LoaderTree>();
  const all: TurbopackUrl[] = [];
  visitUrls(root.node, (node, parts, intercepting) => {
    const loaderTree = node.pages.length > 0 ? trees.treeOf(parts) : undefined;
    all.push(new TurbopackUrl(node, `/${parts.join('/')}`, intercepting, loaderTree, seen));
  });
  if (semantics.routeMatching === 'strict') {
    const leavesEmpty = hasEmptySlot(tree.root);
    for (const url of all) {
      const verdict = judgeStrictly(url);
      url.verdict = leavesEmpty && verdict.complete ? withEmptySlots(url.tree) : verdict;
    }
    return { all, alsoMatched: [], missingDefaults: [], unbuildableSlots: [] };
  }
  const missingDefaults = turbopackMissingDefaults(
    tree,
    semantics.missingDefault,
    all.flatMap((url) => (url.intercepting ? (url.tree ?? []) : [])),
  );
  const refusing = new Set(missingDefaults.map(({ owner, slot }) => joinPath(owner.path, slot)));
  for (const url of all) url.verdict = judgeLoosely(url.tree, refusing);
  return { all, alsoMatched: [], missingDefaults, unbuildableSlots: [] };
}

class TurbopackUrl implements MatchedUrl {
  readonly node: UrlNode;
  readonly url: string;
  readonly intercepting: boolean;
  readonly tree: LoaderTree | undefined;
  verdict: Verdict;
  readonly #seen: Set<LoaderTree>;

  constructor(
    node: UrlNode,
    url: string,
    intercepting: boolean,
    tree: LoaderTree | undefined,
    seen: Set<LoaderTree>,
  ) {
    this.node = node;
    this.url = url;
    this.intercepting = intercepting;
    this.tree = tree;
    this.verdict = fine;
    this.#seen = seen;
  }

  get hasPage(): boolean {
    return this.node.pages.length > 0;
  }

  get showsOwnPages(): boolean {
    if (this.node.pages.length === 0) return true;
    return this.verdict.complete && this.tree !== undefined && holdsOwnPages(this.tree, this.node);
  }

  addParticipatingPages(pages: Set<Segment>): void {
    if (!this.tree || !this.verdict.complete) return;
    addParticipatingPages(this.tree, this.node, pages, this.#seen);
  }
}

/**
 * Strict matching drops a URL where a slot that a layout gets has neither page nor default. It says
 * so, except where a catch-all fills a slot beside the gap: such URLs go without a word.
 */
function judgeStrictly({ tree, intercepting }: TurbopackUrl): Verdict {
  if (tree === undefined || intercepting || tree.gaps.length === 0) return fine;
  const gaps = tree.gaps.filter((gap) => gap.layout !== undefined);
  if (gaps.length === 0) return fine;
  const missing = gaps.some((gap) => gap.quiet) ? [] : missingByLayout(gaps);
  return { ...fine, complete: false, gaps, fatal: true, missing };
}

/**
 * A slot folder without any page or default is no slot to strict matching, and still a prop of its
 * layout: Next.js shows its not-found there.
 */
function withEmptySlots(tree: LoaderTree | undefined): Verdict {
  if (tree === undefined) return fine;
  const { shown, fatal, streamed } = renderedBy(tree);
  return { ...fine, gaps: [...fatal, ...streamed], fatal: shown.length === 0 };
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
  const { shown, fatal, streamed } = renderedBy(tree);
  const refused = refusing.size > 0 && hasGapAmong(tree, refusing);
  return { ...fine, refused, gaps: [...fatal, ...streamed], fatal: shown.length === 0 };
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
