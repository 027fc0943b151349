import { filePath } from '../tree/walk.js';
import type { RouteTree } from '../tree/route-tree.js';
import type { LayoutGap, LoaderTree } from './loader-tree.js';
import {
  listPlaces,
  ordinaryByNode,
  type MatchedUrl,
  type MatchedUrls,
  type UrlPlace,
} from './matched-urls.js';
import { turbopackMissingDefaults } from './missing-defaults.js';
import type { NextSemantics } from './next-semantics.js';
import { addParticipatingPages } from './participating-pages.js';
import { renderedBy } from './rendered.js';
import type { MatchObserver, MissingDefault, MissingSlots } from './route-matches.js';
import { TurbopackTrees } from './turbopack-trees.js';
import { urlNodeOf } from './url-node.js';

/** Matches every URL of an app as Turbopack does. */
export function turbopackUrls(
  tree: RouteTree,
  semantics: NextSemantics,
  observer: MatchObserver | undefined,
): MatchedUrls {
  const trees = new TurbopackTrees(semantics.childrenSlot, observer).treesOf(tree.root);
  let index = 0;
  const places = listPlaces(urlNodeOf(tree.root)).map((place) => ({
    ...place,
    loaderTree: place.node.pages.length > 0 ? trees[index++] : undefined,
  }));
  const missingDefaults = turbopackMissingDefaults(
    tree,
    semantics.missingDefault,
    places.flatMap(({ intercepting, loaderTree }) =>
      intercepting && loaderTree ? [loaderTree] : [],
    ),
  );
  const strict = semantics.routeMatching === 'strict';
  // Trees that many URLs share are looked through once.
  const seen = new Set<LoaderTree>();
  const all = places.map(({ loaderTree, ...place }): MatchedUrl => {
    const verdict = strict
      ? judgeStrictly(place, loaderTree)
      : judgeLoosely(loaderTree, missingDefaults);
    return {
      ...place,
      ...verdict,
      tree: () => loaderTree,
      addParticipatingPages(pages) {
        if (loaderTree && verdict.complete) {
          addParticipatingPages(loaderTree, place.node, pages, seen);
        }
      },
    };
  });
  return { all, byNode: ordinaryByNode(all), missingDefaults, unbuildableSlots: [] };
}

type Verdict = Pick<MatchedUrl, 'complete' | 'refused' | 'gaps' | 'fatal' | 'missing'>;

const fine: Verdict = { complete: true, refused: false, gaps: [], fatal: false, missing: [] };

/**
 * Strict matching drops a URL where a slot that a layout gets has neither page nor default. It says
 * so, except where a catch-all fills a slot beside the gap: such URLs go without a word.
 */
function judgeStrictly(place: UrlPlace, tree: LoaderTree | undefined): Verdict {
  if (tree === undefined || place.intercepting) return fine;
  const gaps = tree.gaps.filter((gap) => gap.layout !== undefined);
  if (gaps.length === 0) return fine;
  const missing = gaps.some((gap) => gap.quiet) ? [] : missingByLayout(place.url, gaps);
  return { complete: false, refused: false, gaps, fatal: true, missing };
}

function missingByLayout(route: string, gaps: readonly LayoutGap[]): MissingSlots[] {
  const byLayout = new Map<string, LayoutGap[]>();
  for (const gap of gaps) {
    const layout = gap.layout && filePath(gap.layout, 'layout');
    if (layout === undefined) continue;
    const same = byLayout.get(layout);
    if (same) same.push(gap);
    else byLayout.set(layout, [gap]);
  }
  return [...byLayout].map(([layout, missed]) => ({
    layout,
    route,
    slots: [...new Set(missed.map((gap) => gap.slot))].sort(),
    gaps: missed,
  }));
}

function judgeLoosely(
  tree: LoaderTree | undefined,
  missingDefaults: readonly MissingDefault[],
): Verdict {
  if (tree === undefined) return fine;
  const { files, fatal, streamed } = renderedBy(tree);
  const refused =
    missingDefaults.length > 0 &&
    tree.gaps.some((gap) =>
      missingDefaults.some((each) => each.owner === gap.owner && each.slot === gap.slot),
    );
  return {
    complete: true,
    refused,
    gaps: [...fatal, ...streamed],
    fatal: files.length === 0,
    missing: [],
  };
}
