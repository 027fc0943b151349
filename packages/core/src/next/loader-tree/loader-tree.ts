import type { Segment } from '../../routes/route-tree.js';
import type { SlotName } from '../route-matches.js';

/**
 * What Next builds for one URL: for a folder, what stands in each of its slots. The name is Next's
 * own. The summary fields spare walking the tree again.
 */
export type LoaderTree = LoaderFolder | LoaderFile | LoaderGap;

/** What every kind of tree tells of itself. */
interface Summary {
  readonly hasPage: boolean;
  /** Whether no page in it is other than a catch-all's; true without any page. */
  readonly onlyCatchAll: boolean;
  /** Whether a catch-all's page is in it. */
  readonly hasCatchAll: boolean;
  /** How many parts of the URL lead from here to the deepest page; -1 without a page. */
  readonly specificity: number;
  /** Whether an intercepting route was matched in it. */
  readonly intercepting: boolean;
  /** Slots with neither page nor default, in it. */
  readonly gaps: readonly LayoutGap[];
}

/** A folder that the URL passes through. */
export interface LoaderFolder extends Summary {
  readonly kind: 'folder';
  readonly segment: Segment;
  readonly slots: readonly LoaderSlot[];
  /** Trees of this URL that another one displaced here; their pages count as matched all the same. */
  readonly displaced: readonly LoaderTree[];
}

/** One slot of a folder. */
export interface LoaderSlot {
  /** The name without `@`, `children` for the implicit one. */
  readonly key: string;
  readonly tree: LoaderTree;
}

/** A page or default file. */
export interface LoaderFile extends Summary {
  readonly kind: 'page' | 'default';
  readonly segment: Segment;
}

/** Nothing of the user's: Next's own default, which is a not-found, or a slot that keeps its state. */
export interface LoaderGap extends Summary {
  readonly kind: 'missing' | 'retained';
  readonly segment: undefined;
}

/**
 * A slot that nothing fills. Its owner is named by the path, since a tree can outlive a folder's
 * segment where a change did not concern the URL.
 */
export interface TreeGap {
  readonly owner: string;
  readonly slot: SlotName;
}

/** A gap, and the layout that it is missed by. */
export interface LayoutGap extends TreeGap {
  /** The file of the nearest layout at or above the owner; undefined while it is not known. */
  readonly layout: string | undefined;
  /** The keys of the slots in the same folder that a catch-all fills. */
  readonly besideCatchAll: readonly string[];
  /**
   * Whether the layout has a slot beside it that a catch-all fills: then Next drops the URL without
   * naming the gap.
   */
  readonly quiet: boolean;
}

/** The name of a slot as folders and messages write it. */
export function slotName(key: string): SlotName {
  return key === 'children' ? key : `@${key}`;
}

export const noGaps: readonly LayoutGap[] = [];

export const missing: LoaderGap = withoutPage('missing', undefined);
export const retained: LoaderGap = withoutPage('retained', undefined);

export function defaultOf(segment: Segment): LoaderFile {
  return withoutPage('default', segment);
}

function withoutPage<Kind extends 'default' | 'missing' | 'retained', Of>(kind: Kind, segment: Of) {
  return {
    kind,
    segment,
    hasPage: false,
    onlyCatchAll: true,
    hasCatchAll: false,
    specificity: -1,
    intercepting: false,
    gaps: noGaps,
  };
}

export function pageOf(segment: Segment, inCatchAll: boolean): LoaderFile {
  return {
    kind: 'page',
    segment,
    hasPage: true,
    onlyCatchAll: inCatchAll,
    hasCatchAll: inCatchAll,
    specificity: 0,
    intercepting: false,
    gaps: noGaps,
  };
}
