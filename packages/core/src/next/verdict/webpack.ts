import { once } from '../../once.js';
import { joinPath } from '../../routes/walk.js';
import { appPathsOf, appPathsOfNotFound, type AppPaths } from '../loader-tree/app-paths.js';
import { gapsIn, type LoaderTree } from '../loader-tree/loader-tree.js';
import { webpackTree } from '../loader-tree/webpack.js';
import { compilesWithWebpack } from '../slot-name.js';
import { slotPath, type Gap } from '../slots.js';
import { hasEmptySlot, isNamedSlot, type Folder } from '../url/folder.js';
import type { UrlNode } from '../url/url-node.js';
import type { NextSemantics } from '../versions/next-semantics.js';
import {
  fine,
  judgeRendered,
  type MatchedUrl,
  type MatchedUrls,
  type MissingSlot,
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
  const missingDefaults = new Map(atTop.map((each) => [slotPath(each), each]));
  const leavesEmpty = hasEmptySlot(root);
  const participating = isStrict ? new Set(pagesOfNotFound(root, top)) : undefined;

  const all = appPathsOf(root, top, semantics.catchAllFillsSiblings).map((paths): MatchedUrl => {
    const { node, pages } = paths;
    const tree = once(() => webpackTree(paths, semantics));
    const verdict = isStrict
      ? judgeStrictly(paths, tree, semantics, leavesEmpty)
      : judgeLoosely(paths, tree(), semantics, missingDefaults);
    if (verdict.complete) pages.forEach((page) => participating?.add(page));
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
    return { ...fine, complete, gaps, fatal: true, missing: reported.map(missingSlot) };
  }
  // The tree of a page that is alone at its URL holds the page and no gaps, and nearly all are.
  if (paths.pages.length < 2 && !leavesEmpty) return fine;
  const tree = treeOf();
  // Of a route handler's URL nothing is built, though catch-alls of slots have something for it.
  if (tree === undefined || paths.node.isHandler) return fine;
  const { refused, unserved, displaced } = judgeEntries(paths.node, tree, semantics);
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

function missingSlot({ owner, slot }: Gap): MissingSlot {
  return { owner, slot, layout: joinPath(owner.path, owner.files.layout ?? 'layout') };
}

function judgeLoosely(
  paths: AppPaths,
  tree: LoaderTree | undefined,
  semantics: NextSemantics,
  missingDefaults: Map<string, Gap>,
): Verdict {
  if (tree === undefined || paths.node.isHandler) return fine;
  const lacking = semantics.missingDefault === 'never' ? [] : webpackMissingDefaults(tree);
  for (const each of lacking) missingDefaults.set(slotPath(each), each);
  const { refused, unserved, displaced } = judgeEntries(paths.node, tree, semantics);
  const rendered = judgeRendered(tree);
  return {
    ...rendered,
    refused: lacking.length > 0 || refused,
    fatal: unserved || rendered.fatal,
    displaced,
  };
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
