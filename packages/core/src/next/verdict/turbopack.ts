import { groupBy } from '../../group-by.js';
import { joinPath } from '../../routes/walk.js';
import { gapsIn, type LoaderFolder, type LoaderTree } from '../loader-tree/loader-tree.js';
import { TurbopackTrees } from '../loader-tree/turbopack.js';
import { slotName, slotPath, type Gap } from '../slots.js';
import { hasEmptySlot, type Folder } from '../url/folder.js';
import { walkUrls, type UrlNode } from '../url/url-node.js';
import type { NextSemantics } from '../versions/next-semantics.js';
import {
  fine,
  judgeRendered,
  type MatchedUrl,
  type MatchedUrls,
  type MissingLine,
  type Verdict,
} from './matched-url.js';
import { turbopackMissingDefaults } from './missing-defaults.js';

/** Matches every URL of an app as Turbopack does. */
export function matchAsTurbopack(
  root: Folder,
  top: UrlNode,
  semantics: NextSemantics,
): MatchedUrls {
  const trees = new TurbopackTrees(root, semantics);
  const matched = Array.from(walkUrls(top), (node): Matched => {
    return { node, tree: node.pages.length > 0 ? trees.treeOf(node.parts) : undefined };
  });
  if (semantics.routeMatching === 'strict') {
    const leavesEmpty = hasEmptySlot(root);
    const all = matched.map((each) => judged(each, judgeStrictly(each, leavesEmpty)));
    const participating = participatingPages(all);
    return { all, participating, missingDefaults: [], unbuildableSlots: [] };
  }
  const missingDefaults = turbopackMissingDefaults(
    root,
    top,
    semantics.missingDefault,
    matched.flatMap(({ node, tree }) => (node.intercepting ? (tree ?? []) : [])),
  );
  const refusing = new Set(missingDefaults.map(slotPath));
  const all = matched.map((each) => judged(each, judgeLoosely(each.tree, refusing)));
  return { all, participating: new Set(), missingDefaults, unbuildableSlots: [] };
}

/** A URL with its tree, not judged yet. */
type Matched = Pick<MatchedUrl, 'node' | 'tree'>;

function judged({ node, tree }: Matched, verdict: Verdict): MatchedUrl {
  const { url, intercepting, pages } = node;
  return { node, url, intercepting, hasPage: pages.length > 0, tree, verdict };
}

/**
 * Strict matching drops a URL where a slot that a layout gets has neither page nor default. It says
 * so, except where a catch-all fills a slot beside the gap: such URLs go silently.
 *
 * @param leavesEmpty - Whether some slot folder of the app is empty.
 */
function judgeStrictly({ node, tree }: Matched, leavesEmpty: boolean): Verdict {
  if (tree === undefined) return fine;
  const gaps = node.intercepting || !tree.hasGap ? [] : layoutGapsIn(tree).filter(hasLayout);
  // An empty slot folder is no slot to strict matching, and still a prop of its layout.
  if (gaps.length === 0) return leavesEmpty ? judgeRendered(tree) : fine;
  const missing = gaps.some(({ quiet }) => quiet) ? [] : missingByLayout(gaps);
  return { ...fine, complete: false, gaps, fatal: true, missing };
}

function judgeLoosely(tree: LoaderTree | undefined, refusing: ReadonlySet<string>): Verdict {
  if (tree === undefined) return fine;
  // A slot is missed by the build whether it is rendered or not.
  const refused = refusing.size > 0 && gapsIn(tree).some((gap) => refusing.has(slotPath(gap)));
  return { ...judgeRendered(tree), refused };
}

/** A gap, and the layout that it is missed by. */
interface LayoutGap extends Gap {
  /** The file of the nearest layout at or above the owner that gets the slot, as far as it is known. */
  readonly layout: string | undefined;
  /** The keys of the slots in the same folder that a catch-all fills. */
  readonly besideCatchAll: readonly string[];
  /** Whether the layout has a slot beside it that a catch-all fills. */
  readonly quiet: boolean;
}

function hasLayout({ layout }: LayoutGap): boolean {
  return layout !== undefined;
}

/** The gaps of a tree, as far as the layouts in it settle them. */
function layoutGapsIn(tree: LoaderTree): readonly LayoutGap[] {
  if (tree.kind !== 'folder' || !tree.hasGap) return [];
  const gaps = tree.slots.flatMap(({ key, tree: below }) =>
    below.kind === 'missing' ? [gapIn(tree, key)] : layoutGapsIn(below),
  );
  return settled(tree.folder, gaps);
}

function gapIn({ folder, slots }: LoaderFolder, key: string): LayoutGap {
  return {
    owner: folder.segment,
    slot: slotName(key),
    layout: undefined,
    besideCatchAll: slots.filter(({ tree }) => holdsCatchAll(tree)).map((slot) => slot.key),
    quiet: false,
  };
}

function holdsCatchAll(tree: LoaderTree): boolean {
  if (tree.kind === 'page') return tree.onlyCatchAll;
  return tree.kind === 'folder' && tree.slots.some((slot) => holdsCatchAll(slot.tree));
}

/** Settles the gaps that no layout has claimed: this folder's layout does, if it gets such a slot. */
function settled(folder: Folder, gaps: readonly LayoutGap[]): readonly LayoutGap[] {
  const { path, files } = folder.segment;
  if (files.layout === undefined) return gaps;
  const layout = joinPath(path, files.layout);
  const declared = folder.declaredSlots;
  return gaps.flatMap((gap) => {
    if (gap.layout !== undefined) return [gap];
    if (!declared.has(gap.slot.replace(/^@/u, ''))) return [];
    const quiet = gap.besideCatchAll.some((beside) => declared.has(beside));
    return [{ ...gap, layout, quiet }];
  });
}

function missingByLayout(gaps: readonly LayoutGap[]): MissingLine[] {
  return [...groupBy(gaps, ({ layout }) => layout ?? '')].map(([layout, missed]) => ({
    layout,
    slots: [...new Set(missed.map(({ slot }) => slot))].sort(),
    gaps: missed,
  }));
}

function participatingPages(urls: readonly MatchedUrl[]): ReadonlySet<Folder> {
  const pages = new Set<Folder>();
  // Trees that many URLs share are looked through once.
  const seen = new Set<LoaderTree>();
  for (const { node, tree, verdict } of urls) {
    if (tree && verdict.complete) addParticipating(tree, node, pages, seen);
  }
  return pages;
}

/**
 * Collects the pages that take part in a URL. Next builds the URL's tree once per folder that holds a
 * page for it, from that folder up, so a page counts even where another displaces it further up.
 */
function addParticipating(
  tree: LoaderTree,
  node: UrlNode,
  pages: Set<Folder>,
  seen: Set<LoaderTree>,
): void {
  if (tree.kind === 'page') pages.add(tree.folder);
  if (tree.kind !== 'folder') return;
  if (tree.slots.length > 1) {
    if (seen.has(tree)) return;
    seen.add(tree);
  }
  for (const slot of tree.slots) addParticipating(slot.tree, node, pages, seen);
  for (const below of tree.displaced) {
    if (below.kind === 'folder' && holdsPageOf(below.folder, node)) {
      addParticipating(below, node, pages, seen);
    }
  }
}

function holdsPageOf({ segment: { path } }: Folder, { pages }: UrlNode): boolean {
  return pages.some(({ segment }) => `${segment.path}/`.startsWith(`${path}/`));
}
