import { filePath } from '../../routes/walk.js';
import { gapsIn, type LoaderFolder, type LoaderTree } from '../loader-tree/loader-tree.js';
import { TurbopackTrees } from '../loader-tree/turbopack.js';
import { slotName, slotPath } from '../slots.js';
import { hasEmptySlot, type Folder } from '../url/folder.js';
import { walkUrls, type UrlNode } from '../url/url-node.js';
import type { NextSemantics } from '../versions/next-semantics.js';
import {
  fine,
  judgeRendered,
  type MatchedUrl,
  type MatchedUrls,
  type MissingSlot,
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
  const matched = Array.from(walkUrls(top), (node) => {
    return { node, tree: node.pages.length > 0 ? trees.treeOf(node.parts) : undefined };
  });
  const isStrict = semantics.routeMatching === 'strict';
  const leavesEmpty = hasEmptySlot(root);
  const missingDefaults = turbopackMissingDefaults(
    root,
    top,
    semantics.missingDefault,
    matched.flatMap(({ node, tree }) => (node.intercepting ? (tree ?? []) : [])),
  );
  const refusing = new Set(missingDefaults.map(slotPath));
  const all = matched.map(({ node, tree }): MatchedUrl => {
    const { url, intercepting, pages } = node;
    const verdict = isStrict
      ? judgeStrictly(node, tree, leavesEmpty)
      : judgeLoosely(tree, refusing);
    return { node, url, intercepting, hasPage: pages.length > 0, tree, verdict };
  });
  const participating = isStrict ? participatingPages(all) : undefined;
  return { all, participating, missingDefaults, unbuildableSlots: [] };
}

/**
 * Strict matching drops a URL where a slot that a layout gets has neither page nor default. It says
 * so, except where a catch-all fills a slot beside the gap: such URLs go silently.
 *
 * @param leavesEmpty - Whether some slot folder of the app is empty.
 */
function judgeStrictly(node: UrlNode, tree: LoaderTree | undefined, leavesEmpty: boolean): Verdict {
  if (tree === undefined) return fine;
  const gaps = node.intercepting || !tree.hasGap ? [] : layoutGapsIn(tree);
  // An empty slot folder is no slot to strict matching, and still a prop of its layout.
  if (gaps.length === 0) return leavesEmpty ? judgeRendered(tree) : fine;
  const missing = gaps.some(({ quiet }) => quiet) ? [] : gaps;
  return { ...fine, complete: false, gaps, fatal: true, missing };
}

function judgeLoosely(tree: LoaderTree | undefined, refusing: ReadonlySet<string>): Verdict {
  if (tree === undefined) return fine;
  // A slot is missed by the build whether it is rendered or not.
  const refused = refusing.size > 0 && gapsIn(tree).some((gap) => refusing.has(slotPath(gap)));
  return { ...judgeRendered(tree), refused };
}

/** A gap that a layout misses. */
interface LayoutGap extends MissingSlot {
  /** Whether the layout has a slot beside it that a catch-all fills. */
  readonly quiet: boolean;
}

/** The gaps of a tree that the nearest layouts at or above their owners get as slots. */
function layoutGapsIn(tree: LoaderTree): readonly LayoutGap[] {
  if (tree.kind !== 'folder' || !tree.hasGap) return [];
  return Array.from(tree.slots).flatMap(([key, below]) =>
    below.kind === 'missing' ? layoutGapAt(tree, key) : layoutGapsIn(below),
  );
}

function layoutGapAt({ folder, slots }: LoaderFolder, key: string): readonly LayoutGap[] {
  const withLayout = folder.path.findLast(({ segment }) => segment.files.layout !== undefined);
  const layout = withLayout && filePath(withLayout.segment, 'layout');
  if (layout === undefined || !withLayout?.declaredSlots.has(key)) return [];
  const quiet = [...withLayout.declaredSlots].some((beside) => holdsCatchAll(slots.get(beside)));
  return [{ owner: folder.segment, slot: slotName(key), layout, quiet }];
}

function holdsCatchAll(tree: LoaderTree | undefined): boolean {
  if (tree?.kind === 'page') return tree.onlyCatchAll;
  return tree?.kind === 'folder' && [...tree.slots.values()].some(holdsCatchAll);
}

/**
 * The pages that take part in a URL. Next builds the URL's tree once per folder that holds a page for
 * it, from that folder up, so a page counts even where another displaces it further up.
 */
function participatingPages(urls: readonly MatchedUrl[]): ReadonlySet<Folder> {
  const pages = new Set<Folder>();
  // Trees that many URLs share are looked through once.
  const seen = new Set<LoaderTree>();
  const visit = (tree: LoaderTree, node: UrlNode) => {
    if (tree.kind === 'page') pages.add(tree.folder);
    if (tree.kind !== 'folder') return;
    if (tree.slots.size > 1) {
      if (seen.has(tree)) return;
      seen.add(tree);
    }
    for (const below of tree.slots.values()) visit(below, node);
    for (const below of tree.displaced) {
      if (below.kind === 'folder' && holdsPageOf(below.folder, node)) visit(below, node);
    }
  };
  for (const { node, tree, verdict } of urls) if (tree && verdict.complete) visit(tree, node);
  return pages;
}

function holdsPageOf({ segment: { path } }: Folder, { pages }: UrlNode): boolean {
  return pages.some(({ segment }) => `${segment.path}/`.startsWith(`${path}/`));
}
