import { joinPath } from '../tree/walk.js';
import type { RouteTree, Segment } from '../tree/route-tree.js';
import { waysToRoutes, type FolderWay } from './folder-way.js';
import type { LoaderTree } from './loader-tree.js';
import { ordinaryByNode, type MatchedUrl, type MatchedUrls } from './matched-urls.js';
import { webpackMissingDefaults } from './missing-defaults.js';
import type { NextSemantics } from './next-semantics.js';
import { renderedBy } from './rendered.js';
import type { Gap, MatchObserver, MissingDefault, MissingSlots } from './route-matches.js';
import { urlNodeOf } from './url-node.js';
import { webpackRoutes, type WebpackRoute } from './webpack-routes.js';
import { judgeWebpackRoute } from './webpack-strict.js';
import { webpackTree } from './webpack-trees.js';

/** Matches every URL of an app as webpack does. */
export function webpackUrls(
  tree: RouteTree,
  semantics: NextSemantics,
  observer: MatchObserver | undefined,
): MatchedUrls {
  const ways = waysToRoutes(tree);
  const routes = webpackRoutes(urlNodeOf(tree.root), ways, semantics.catchAllFillsSiblings);
  const unbuildable = semantics.slotNames === 'identifiers' ? slotsWithoutIdentifier(tree) : [];
  const unbuildableOwners = new Set(unbuildable.map((slot) => slot.owner));
  const missingDefaults = new Map<Segment, Map<string, MissingDefault>>();
  const all = routes.map((route): MatchedUrl => {
    observer?.visited();
    const loaderTree = once(() => webpackTree(route, semantics));
    const verdict =
      semantics.routeMatching === 'strict'
        ? judgeStrictly(route)
        : judgeLoosely(loaderTree(), semantics, missingDefaults);
    const unnamed = route.pages.some((page) => passes(page, unbuildableOwners));
    return {
      node: route.node,
      url: route.url,
      intercepting: route.intercepting,
      ...verdict,
      refused: verdict.refused || unnamed,
      tree: loaderTree,
      addParticipatingPages(pages) {
        if (verdict.complete) for (const page of route.pages) pages.add(page.segment);
      },
    };
  });
  return {
    all,
    byNode: ordinaryByNode(all),
    missingDefaults: [...missingDefaults.values()].flatMap((slots) => [...slots.values()]),
    unbuildableSlots: unbuildable,
  };
}

type Verdict = Pick<MatchedUrl, 'complete' | 'refused' | 'gaps' | 'fatal' | 'missing'>;

function judgeStrictly(route: WebpackRoute): Verdict {
  const { complete, reported, gaps } = judgeWebpackRoute(route);
  const missing = missingByOwner(route.url, reported);
  return { complete, refused: false, gaps, fatal: !complete, missing };
}

function missingByOwner(route: string, gaps: readonly Gap[]): MissingSlots[] {
  const byOwner = new Map<Segment, Gap[]>();
  for (const gap of gaps) {
    const same = byOwner.get(gap.owner);
    if (same) same.push(gap);
    else byOwner.set(gap.owner, [gap]);
  }
  return [...byOwner].map(([owner, missed]) => ({
    layout: joinPath(owner.path, owner.files.layout ?? 'layout'),
    route,
    slots: missed.map((gap) => gap.slot).sort(),
    gaps: missed,
  }));
}

function judgeLoosely(
  tree: LoaderTree | undefined,
  semantics: NextSemantics,
  missingDefaults: Map<Segment, Map<string, MissingDefault>>,
): Verdict {
  if (tree === undefined) {
    return { complete: true, refused: false, gaps: [], fatal: false, missing: [] };
  }
  const lacking = semantics.missingDefault === 'never' ? [] : webpackMissingDefaults(tree);
  for (const each of lacking) {
    const slots = missingDefaults.get(each.owner) ?? new Map<string, MissingDefault>();
    missingDefaults.set(each.owner, slots.set(each.slot, each));
  }
  const refused = lacking.length > 0;
  const { files, fatal, streamed } = renderedBy(tree);
  const gaps = [...fatal, ...streamed];
  return { complete: true, refused, gaps, fatal: files.length === 0, missing: [] };
}

function passes(page: FolderWay, owners: ReadonlySet<Segment>): boolean {
  if (owners.size === 0) return false;
  for (let each: FolderWay | undefined = page; each; each = each.parent) {
    if (owners.has(each.segment)) return true;
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
    segment.folders.forEach(visit);
  };
  visit(tree.root);
  return found;
}

function once<Value>(compute: () => Value): () => Value {
  let result: { readonly value: Value } | undefined;
  return () => (result ??= { value: compute() }).value;
}
