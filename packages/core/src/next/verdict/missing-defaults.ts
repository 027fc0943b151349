import type { RouteTree, Segment } from '../../routes/route-tree.js';
import { walkSegments } from '../../routes/walk.js';
import type { LoaderTree } from '../loader-tree/loader-tree.js';
import type { NextSemantics } from '../versions/next-semantics.js';
import type { MissingDefault } from '../route-matches.js';
import {
  isCatchAll,
  isGroupName,
  isInterceptingName,
  isTransparent,
  urlPart,
} from '../url/segment-url.js';
import type { UrlNode } from '../url/url-node.js';
import { folderOf } from '../url/folder.js';

/**
 * The slots for which Turbopack of 16.0 to 16.3 says "Missing required default.js file": a slot
 * without default in a folder with ordinary folders beside it, unless the folder lies in a
 * catch-all; from 16.1 on also not where the slot has folders of its own. Whether every URL is
 * covered plays no part.
 *
 * Source of the behaviour: `crates/next-core/src/app_structure.rs` and the oracle.
 *
 * @param intercepting - The loader trees of the intercepting routes: beside a slot that intercepts,
 *   16.2 wants the default of every other slot, folders or not (oracle: r18, r20).
 */
export function turbopackMissingDefaults(
  tree: RouteTree,
  rule: NextSemantics['missingDefault'],
  intercepting: Iterable<LoaderTree>,
): MissingDefault[] {
  if (rule === 'never') return [];
  const found = new Map<Segment, MissingDefault>();
  visit(tree.root, folderOf(tree.root).node, rule, found);
  let byPath: ReadonlyMap<string, Segment> | undefined;
  const segmentAt = (path: string) => {
    byPath ??= new Map(Array.from(walkSegments(tree), ({ segment }) => [segment.path, segment]));
    return byPath.get(path);
  };
  for (const loaderTree of intercepting) visitHosts(loaderTree, segmentAt, found);
  return [...found.values()];
}

function visit(
  folder: Segment,
  node: UrlNode,
  rule: NextSemantics['missingDefault'],
  found: Map<Segment, MissingDefault>,
): void {
  // Next looks into a folder only on the way to a page, and a catch-all is exempt with all in it.
  if (node.size === 0 || isCatchAll(folder)) return;
  const beside = hasChildRoutes(folder);
  // An intercepting page takes the place of whatever the slots beside it have, and Next then asks for
  // their defaults as it does where the page lands.
  const displaces = isIntercepting(folder) && folder.files.page !== undefined;
  for (const below of folder.folders) {
    const exempt = !displaces && rule === 'unless-slot-has-routes' && hasChildRoutes(below);
    if (beside && !exempt && lacksDefault(below)) found.set(below, missingDefault(folder, below));
    const next = isTransparent(below) ? node : node.child(urlPart(below));
    if (next) visit(below, next, rule, found);
  }
}

function visitHosts(
  tree: LoaderTree,
  segmentAt: (path: string) => Segment | undefined,
  found: Map<Segment, MissingDefault>,
): void {
  if (tree.kind !== 'folder') return;
  // A tree can outlive its folders' segments where a change did not concern its URL.
  const segment = segmentAt(tree.segment.path);
  if (segment && hasChildRoutes(segment) && !inCatchAll(segment)) {
    for (const slot of segment.slots) {
      const kept = tree.slots.find(({ key }) => key === slot.name.value)?.tree;
      if (kept?.kind === 'retained' && lacksDefault(slot))
        found.set(slot, missingDefault(segment, slot));
    }
  }
  for (const slot of tree.slots) visitHosts(slot.tree, segmentAt, found);
}

function isIntercepting({ name }: Segment): boolean {
  return isInterceptingName(name.raw) && !isGroupName(name.raw);
}

function lacksDefault(folder: Segment): boolean {
  return (
    folder.name.kind === 'slot' &&
    folder.name.value !== 'children' &&
    folder.files.default === undefined
  );
}

function missingDefault(owner: Segment, slot: Segment): MissingDefault {
  return { owner, slot: `@${slot.name.value}` };
}

function inCatchAll(folder: Segment): boolean {
  return /(?:^|\/)\[?\[\.\.\./u.test(folder.path);
}

/** Any folder counts that is neither slot nor group, even one without a page. */
function hasChildRoutes(folder: Segment): boolean {
  return folder.folders.some((below) => {
    if (below.name.kind === 'slot') return false;
    return isGroupName(below.name.raw) ? hasChildRoutes(below) : true;
  });
}

/**
 * The slots in the app directory itself without a default, even those with no page at all. The loader goes
 * through that directory twice, first on the way to it, where it takes every page for a child route and
 * no slot for filled. All pages pass there, Next's own `/_not-found` too.
 *
 * Source of the behaviour: `createSubtreePropsFromSegmentPath([])` and `hasChildRoutesForSegment('')` in
 * `next/dist/build/webpack/loaders/next-app-loader/index.js` of 16.0 and later.
 */
export function missingAtTop({ root }: RouteTree): MissingDefault[] {
  return root.slots.filter(lacksDefault).map((slot) => missingDefault(root, slot));
}

/**
 * The slots for which webpack's loader of 16.0 and later says the same, at one URL: an unfilled slot
 * whose level goes on to an ordinary folder at that URL.
 */
export function webpackMissingDefaults(tree: LoaderTree | undefined): MissingDefault[] {
  if (tree?.kind !== 'folder') return [];
  const exempt = inCatchAll(tree.segment);
  const goesOn = continues(tree);
  const found: MissingDefault[] = [];
  for (const { key, tree: below } of tree.slots) {
    if (below.kind === 'missing' && key !== 'children' && goesOn && !exempt) {
      found.push({ owner: tree.segment, slot: `@${key}` });
    }
    found.push(...webpackMissingDefaults(below));
  }
  return found;
}

function continues(tree: LoaderTree): boolean {
  const children =
    tree.kind === 'folder' ? tree.slots.find(({ key }) => key === 'children')?.tree : undefined;
  if (children?.kind !== 'folder') return false;
  return isTransparent(children.segment) ? continues(children) : true;
}
