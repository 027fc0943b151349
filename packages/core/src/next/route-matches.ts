import type { RouteTree, Segment } from '../routes/route-tree.js';
import type { Gap, RendersSlot, SlotName } from './slots.js';
import type { UrlNode } from './url/url-node.js';
import type { RouteConflict } from './verdict/conflict.js';
import type { MatchedUrl, MissingSlot } from './verdict/matched-url.js';
import type { NextSemantics } from './versions/next-semantics.js';

export type { Gap, RouteConflict, SlotName };

/** What stands in a slot at a URL. */
export type Fill = 'page' | 'default' | 'missing';

/** Why it stands there: the URL's own page, a catch-all page, the default, or nothing matches. */
export type FillReason = 'page' | 'catch-all' | 'default' | 'nothing';

/** One slot of one level at one URL. */
export interface SlotFill {
  /** The owner's folder below the app directory, as messages print it: `/dash/(g)`; `/` is the app directory. */
  readonly segment: string;
  readonly slot: SlotName;
  readonly fill: Fill;
  /** The page or default file relative to the app directory; null where the slot has no page or default. */
  readonly file: string | null;
  readonly reason: FillReason;
  /** False where the owner has no layout, or one that is known never to render the slot. */
  readonly rendered: boolean;
}

/**
 * What becomes of a URL on a hard navigation: it renders, `next build` rejects it, or the whole
 * answer is Next's not-found, be it with status 404 or as content of a 200.
 */
export type Outcome = 'ok' | 'build-error' | 'not-found';

/** One URL of the app, as Next prints it: `/shop/[id]`. */
export interface Route {
  readonly url: string;
  /** `handler` is a route handler: a URL without a page, and without slots. */
  readonly kind: 'page' | 'handler';
  /**
   * The page or route handler that the URL is there for, relative to the app directory: one outside
   * every slot where there is one.
   */
  readonly file: string;
  /** With the files that cannot stand together and the names that Next.js rejects. */
  readonly outcome: Outcome;
  /** What becomes of it by its slots alone. */
  readonly slotOutcome: Outcome;
  /**
   * Every slot of every level that the URL passes through, outermost level first, `children` first
   * in its level. A level is a folder with a layout or with slots. Computed when first asked for.
   */
  readonly slots: readonly SlotFill[];
  /**
   * The page and default files that a hard navigation shows, sorted, relative to the app directory: those
   * of slots that no layout gets are left out, and those that a `loading` file replaces.
   * Empty unless {@link slotOutcome} is `ok`. Computed when first asked for.
   */
  readonly renders: readonly string[];
  /**
   * The slots without page or default, as far as Next.js requires one. With loose matching a URL with gaps can be
   * `ok`: below a `loading` file the answer shows that file first, and only in the browser the
   * not-found.
   */
  readonly gaps: readonly Gap[];
}

/** One line of Next's "slots cannot render the same URLs" (strict matching). */
export interface MissingSlots extends Pick<MissingSlot, 'layout'> {
  readonly route: string;
  /** Sorted by name. */
  readonly slots: readonly SlotName[];
  /** The same slots with their owners; Turbopack puts the owners under one layout into one line. */
  readonly gaps: readonly Gap[];
}

/** A page that is not shown at its URL. */
interface RejectedPage {
  /** Relative to the app directory. */
  readonly file: string;
  readonly segment: Segment;
  /** The page's own URL. */
  readonly url: string;
  /** The file that stands in its place, such as `@children/page` before `page`. */
  readonly displacedBy: string | null;
}

/** A page that Next.js rejects because it belongs to no complete route (strict matching). */
export interface UnmatchedPage extends RejectedPage {
  /** The slots that leave the page's own URL incomplete; empty where another file displaces it. */
  readonly gaps: readonly Gap[];
}

/**
 * A page that has no place in its own URL's tree, because a catch-all took it: webpack then has no
 * manifest for the page, and the build fails or the server answers with status 500.
 */
export interface DisplacedPage extends RejectedPage {
  /** Whether `next build` fails; else the server does. */
  readonly refused: boolean;
}

/** An intercepting route: it matches soft navigations only. */
export interface InterceptingRoute {
  /** As Next prints it, marker included: `/feed/(.)photo/[id]`. */
  readonly url: string;
  /** The innermost folder with a marker among the ancestors of the page. */
  readonly segment: Segment;
  /** The page that is shown instead, relative to the app directory. */
  readonly file: string;
  /** The URL below which it intercepts: `/feed`. */
  readonly from: string;
  /** The URL it intercepts: `/photo/[id]`; null where the marker reaches above the app directory. */
  readonly target: string | null;
  /**
   * Whether every URL of {@link target} has an answer of its own: by a page, or with loose matching by a
   * route handler. Strict matching wants that.
   */
  readonly covered: boolean;
}

/** What every slot shows at every URL, in one Next version. Immutable. */
export interface RouteMatches {
  readonly tree: RouteTree;
  readonly semantics: NextSemantics;
  /** Every URL that a page or route handler has, sorted; intercepting routes are not among them. */
  readonly routes: readonly Route[];
  readonly interceptions: readonly InterceptingRoute[];
  /** Empty with loose matching. Sorted by layout, then route. */
  readonly missing: readonly MissingSlots[];
  /** Empty with loose matching. Sorted by file. */
  readonly unmatched: readonly UnmatchedPage[];
  /** With webpack only. Sorted by URL. */
  readonly displaced: readonly DisplacedPage[];
  /** The intercepting routes that strict matching rejects, `covered: false`. */
  readonly canonical: readonly InterceptingRoute[];
  /** The named slots that Next.js 16.0 to 16.3 does not build without a default file. */
  readonly missingDefaults: readonly Gap[];
  /** Slots whose name webpack cannot put into code: `@my-slot`. */
  readonly unbuildableSlots: readonly Gap[];
  readonly conflicts: readonly RouteConflict[];
  /** What the layouts do with their slots, where that was looked at; without it, they render all. */
  readonly renders?: RendersSlot | undefined;
  /** The URLs behind {@link routes} and {@link interceptions}, with the tree of each. */
  readonly urls: readonly MatchedUrl[];
  /** `/`, and below it all URLs. */
  readonly top: UrlNode;
  /**
   * What else can be asked about the app: computed when a question is first asked, kept as long as the
   * matches are.
   *
   * @param question - The same function each time, since the answer is kept by it.
   */
  derive<Answer>(question: (matches: RouteMatches) => Answer): Answer;
}
