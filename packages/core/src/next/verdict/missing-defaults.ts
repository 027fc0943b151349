import type { LoaderTree } from '../loader-tree/loader-tree.js';
import type { Gap } from '../slots.js';
import { isNamedSlot, type Folder } from '../url/folder.js';
import { walkUrls, type UrlNode } from '../url/url-node.js';
import { isCatchAll, isMarked } from '../url/url-part.js';
import type { NextSemantics } from '../versions/next-semantics.js';

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
  root: Folder,
  top: UrlNode,
  rule: NextSemantics['missingDefault'],
  intercepting: Iterable<LoaderTree>,
): Gap[] {
  if (rule === 'never') return [];
  const slots = new Set<Folder>();
  const leading = nodesLeadingToPages(top);
  const visit = (folder: Folder, node: UrlNode) => {
    // Next.js looks only into folders that lead to a page, and a catch-all is exempt with all in it.
    if (!leading.has(node) || (folder.part && isCatchAll(folder.part))) return;
    const beside = hasChildRoutes(folder);
    // An intercepting page takes the place of whatever the slots beside it have, and Next then asks for
    // their defaults as it does where the page lands.
    const displaces = isMarked(folder.part) && folder.segment.files.page !== undefined;
    for (const below of folder.folders) {
      const exempt = !displaces && rule === 'unless-slot-has-routes' && hasChildRoutes(below);
      if (beside && !exempt && lacksDefault(below)) slots.add(below);
      const next = below.part ? node.child(below.part.text) : node;
      if (next) visit(below, next);
    }
  };
  visit(root, top);
  for (const tree of intercepting) addBesideInterception(tree, slots);
  return [...slots].map(gapOf);
}

function nodesLeadingToPages(top: UrlNode): ReadonlySet<UrlNode> {
  const leading = new Set<UrlNode>();
  for (const node of walkUrls(top)) {
    let at = node.pages.length > 0 ? node : undefined;
    for (; at && !leading.has(at); at = at.parent) leading.add(at);
  }
  return leading;
}

/**
 * Adds the slots beside an interception that Next leaves empty, since 16.1; in 16.0 each of them needs a
 * default as a slot beside child routes.
 */
function addBesideInterception(tree: LoaderTree, slots: Set<Folder>): void {
  if (tree.kind !== 'folder') return;
  const { folder } = tree;
  if (hasChildRoutes(folder) && !folder.isInCatchAll) {
    for (const slot of folder.folders) {
      const isKept = tree.slots.get(slot.segment.name.value)?.kind === 'retained';
      if (isKept && lacksDefault(slot)) slots.add(slot);
    }
  }
  for (const below of tree.slots.values()) addBesideInterception(below, slots);
}

function lacksDefault(folder: Folder): boolean {
  return isNamedSlot(folder) && folder.segment.files.default === undefined;
}

/** What a named slot lacks, by its folder. */
export function gapOf({ parent, segment }: Folder): Gap {
  return { owner: parent?.segment ?? segment, slot: `@${segment.name.value}` };
}

/** Any folder counts that is neither slot nor group, even one without a page. */
function hasChildRoutes({ folders }: Folder): boolean {
  return folders.some((below) => !below.isSlot && (!below.isTransparent || hasChildRoutes(below)));
}

/**
 * The slots in the app directory itself without a default, even those with no page at all. The loader goes
 * through that directory twice, first as an ancestor, where it takes every page for a child route and
 * no slot for filled. All pages pass there, Next's own `/_not-found` too.
 *
 * Source of the behaviour: `createSubtreePropsFromSegmentPath([])` and `hasChildRoutesForSegment('')` in
 * `next/dist/build/webpack/loaders/next-app-loader/index.js` of 16.0 and later.
 */
export function missingAtTop({ folders }: Folder): Gap[] {
  return folders.filter(lacksDefault).map(gapOf);
}

/**
 * The slots for which webpack's loader of 16.0 and later says the same, at one URL: an unfilled slot
 * whose level goes on to an ordinary folder at that URL.
 */
export function webpackMissingDefaults(tree: LoaderTree): Gap[] {
  if (tree.kind !== 'folder') return [];
  const { folder, slots } = tree;
  const asks = continues(tree) && !folder.isInCatchAll;
  return Array.from(slots).flatMap(([key, below]): Gap[] => {
    if (below.kind !== 'missing') return webpackMissingDefaults(below);
    return asks && key !== 'children' ? [{ owner: folder.segment, slot: `@${key}` }] : [];
  });
}

function continues(tree: LoaderTree): boolean {
  const children = tree.kind === 'folder' ? tree.slots.get('children') : undefined;
  if (children?.kind !== 'folder') return false;
  return children.folder.isTransparent ? continues(children) : true;
}
