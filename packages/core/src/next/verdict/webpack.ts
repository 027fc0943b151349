import { groupBy } from '../../group-by.js';
import { once } from '../../once.js';
import { joinPath } from '../../routes/walk.js';
import { appPathsOf, appPathsOfNotFound, type AppPaths } from '../loader-tree/app-paths.js';
import type { LoaderTree } from '../loader-tree/loader-tree.js';
import { renderedBy } from '../loader-tree/rendered.js';
import { webpackTree } from '../loader-tree/webpack.js';
import { compilesWithWebpack } from '../slot-name.js';
import { slotName, type Gap } from '../slots.js';
import { hasEmptySlot, isNamedSlot, type Folder } from '../url/folder.js';
import type { UrlNode } from '../url/url-node.js';
import type { NextSemantics } from '../versions/next-semantics.js';
import {
  fine,
  type MatchedUrl,
  type MatchedUrls,
  type MissingLine,
  type Verdict,
} from './matched-url.js';
import { gapOf, missingAtTop, webpackMissingDefaults } from './missing-defaults.js';
import { judgeEntries } from './served-entry.js';
import { judgeAppPaths } from './webpack-strict.js';

/** Matches every URL of an app as webpack does. */
export function matchAsWebpack(root: Folder, top: UrlNode, semantics: NextSemantics): MatchedUrls {
  const isStrict = semantics.routeMatching === 'strict';
  const unbuildable = semantics.slotNames === 'identifiers' ? slotsWithoutIdentifier(root) : [];
  const owners = new Set(unbuildable.map(({ parent }) => parent));
  const atTop = semantics.slotsAtTop === 'need-default' ? missingAtTop(root) : [];
  const missingDefaults = new Map(atTop.map((each) => [keyOf(each), each]));
  const leavesEmpty = hasEmptySlot(root);
  const participating = new Set(isStrict ? pagesOfNotFound(root, top) : []);

  const all = appPathsOf(root, top, semantics.catchAllFillsSiblings).map((paths): MatchedUrl => {
    const { node, pages } = paths;
    const tree = once(() => webpackTree(paths, semantics));
    const verdict = isStrict
      ? judgeStrictly(paths, tree, semantics, leavesEmpty)
      : judgeLoosely(paths, tree(), semantics, missingDefaults);
    if (isStrict && verdict.complete) pages.forEach((page) => participating.add(page));
    const isRefused =
      atTop.length > 0 || (owners.size > 0 && pages.some((page) => passes(page, owners)));
    return {
      node,
      url: node.url,
      intercepting: node.intercepting,
      hasPage: pages.length > 0,
      verdict: isRefused ? { ...verdict, refused: true } : verdict,
      // Built when first asked for: strict matching judges without it.
      get tree() {
        return tree();
      },
    };
  });
  return {
    all,
    participating,
    missingDefaults: [...missingDefaults.values()],
    unbuildableSlots: unbuildable.map(gapOf),
  };
}

/** The pages of catch-alls that Next's own not-found page shows. */
function pagesOfNotFound(root: Folder, top: UrlNode): readonly Folder[] {
  const notFound = appPathsOfNotFound(root, top);
  return judgeAppPaths(notFound).complete ? notFound.pages : [];
}

/** @param leavesEmpty - Whether some slot folder of the app is empty. */
function judgeStrictly(
  paths: AppPaths,
  treeOf: () => LoaderTree | undefined,
  semantics: NextSemantics,
  leavesEmpty: boolean,
): Verdict {
  const { complete, reported, gaps } = judgeAppPaths(paths);
  if (!complete) {
    return { ...fine, complete, gaps, fatal: true, missing: missingByOwner(reported) };
  }
  // The tree of a page that is alone at its URL holds the page and no gaps, and nearly all are.
  if (paths.pages.length < 2 && !leavesEmpty) return fine;
  const tree = treeOf();
  if (tree === undefined || isHandler(paths)) return fine;
  const { refused, unserved, displaced } = judgeEntries(paths, tree, semantics);
  // "Invariant: strict route matching retained the incomplete route matcher"
  const gapsLeft = paths.node.intercepting ? [] : gapsIn(tree);
  return {
    ...fine,
    refused: refused || gapsLeft.length > 0,
    gaps: gapsLeft,
    fatal: unserved,
    displaced,
  };
}

/** The slots of a tree that the loader would fill with the not-found of Next.js. */
function gapsIn(tree: LoaderTree): readonly Gap[] {
  if (tree.kind !== 'folder' || !tree.hasGap) return [];
  const owner = tree.folder.segment;
  return tree.slots.flatMap(({ key, tree: below }): readonly Gap[] =>
    below.kind === 'missing' ? [{ owner, slot: slotName(key) }] : gapsIn(below),
  );
}

function missingByOwner(gaps: readonly Gap[]): MissingLine[] {
  return [...groupBy(gaps, ({ owner }) => owner)].map(([owner, missed]) => {
    const layout = joinPath(owner.path, owner.files.layout ?? 'layout');
    return { layout, slots: missed.map(({ slot }) => slot).sort(), gaps: missed };
  });
}

function judgeLoosely(
  paths: AppPaths,
  tree: LoaderTree | undefined,
  semantics: NextSemantics,
  missingDefaults: Map<string, Gap>,
): Verdict {
  if (tree === undefined || isHandler(paths)) return fine;
  const lacking = semantics.missingDefault === 'never' ? [] : webpackMissingDefaults(tree);
  for (const each of lacking) missingDefaults.set(keyOf(each), each);
  const { refused, unserved, displaced } = judgeEntries(paths, tree, semantics);
  const { shown, fatal, streamed } = renderedBy(tree);
  return {
    ...fine,
    refused: lacking.length > 0 || refused,
    gaps: [...fatal, ...streamed],
    fatal: unserved || shown.length === 0,
    displaced,
  };
}

/** Whether a route handler answers a URL: what catch-alls of slots have for it is not built then. */
function isHandler({ node }: AppPaths): boolean {
  return node.isHandler;
}

function keyOf({ owner, slot }: Gap): string {
  return joinPath(owner.path, slot);
}

function passes({ path }: Folder, owners: ReadonlySet<Folder | undefined>): boolean {
  return path.some((folder) => owners.has(folder));
}

function slotsWithoutIdentifier({ folders }: Folder): readonly Folder[] {
  const own = folders.filter(
    (folder) => isNamedSlot(folder) && !compilesWithWebpack(folder.segment.name.value),
  );
  return [...own, ...folders.flatMap(slotsWithoutIdentifier)];
}
