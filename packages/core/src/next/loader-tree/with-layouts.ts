import type { RouteTree } from '../../routes/route-tree.js';
import { findSegment } from '../../routes/walk.js';
import { matchedUrlsOf, shareUrls } from '../match-routes.js';
import type { MatchedUrl } from '../url/matched-urls.js';
import { filesShown, renderedBy, type Rendered, type RendersSlot } from './rendered.js';
import type { Gap, Outcome, Route, RouteMatches, SlotFill } from '../route-matches.js';

/**
 * Matches as somebody sees them who knows the layouts, too: a slot that its layout never renders is
 * never reached, so one without page and default does no harm there. A build fails over it all the same.
 */
export function withLayouts(matches: RouteMatches, renders: RendersSlot): RouteMatches {
  const byUrl = new Map(matchedUrlsOf(matches).all.map((url) => [url.url, url]));
  const routes = matches.routes.map((route): Route => {
    const matched = byUrl.get(route.url);
    return matched ? new SeenRoute(route, matched, matches.tree, renders) : route;
  });
  const seen = { ...matches, routes, renders };
  shareUrls(matches, seen);
  return seen;
}

/** Fills as they are seen: of a slot that its layout never renders nothing is. */
export function seenFills(
  fills: readonly SlotFill[],
  tree: RouteTree,
  renders: RendersSlot | undefined,
): readonly SlotFill[] {
  if (!renders) return fills;
  return fills.map((fill) => {
    const owner = fill.rendered ? findSegment(tree, fill.segment.slice(1))?.segment : undefined;
    return owner && !renders(owner, fill.slot) ? { ...fill, rendered: false } : fill;
  });
}

/** A route whose slots are looked at with the layouts in mind. */
class SeenRoute implements Route {
  readonly url: string;
  readonly kind: Route['kind'];
  readonly file: string;
  readonly outcome: Outcome;
  readonly gaps: readonly Gap[];
  readonly #route: Route;
  readonly #matched: MatchedUrl;
  readonly #tree: RouteTree;
  readonly #renders: RendersSlot;
  #slots: Route['slots'] | undefined;
  #renderedFiles: Route['renders'] | undefined;

  constructor(route: Route, matched: MatchedUrl, tree: RouteTree, renders: RendersSlot) {
    this.url = route.url;
    this.kind = route.kind;
    this.file = route.file;
    this.#route = route;
    this.#matched = matched;
    this.#tree = tree;
    this.#renders = renders;
    const seen = this.#mayBeSeen() ? this.#look() : undefined;
    this.outcome = seen ? this.#outcomeOf(seen) : route.outcome;
    this.gaps = seen ? route.gaps.filter((gap) => isAmong(seen, gap)) : route.gaps;
  }

  get slots(): Route['slots'] {
    return (this.#slots ??= seenFills(this.#route.slots, this.#tree, this.#renders));
  }

  get renders(): Route['renders'] {
    const seen = this.outcome === 'ok' ? this.#look() : undefined;
    return (this.#renderedFiles ??= seen ? filesShown(seen.shown) : []);
  }

  /** What is missing counts only where Next.js comes to render the URL. */
  #mayBeSeen(): boolean {
    const { gaps, outcome } = this.#route;
    return gaps.length > 0 && outcome !== 'build-error' && this.#matched.verdict.complete;
  }

  #look(): Rendered | undefined {
    const { tree } = this.#matched;
    return tree && renderedBy(tree, this.#renders);
  }

  /** A URL can be not-found over something else, and stays so. */
  #outcomeOf(seen: Rendered): Outcome {
    const { tree } = this.#matched;
    if (seen.fatal.length > 0) return 'not-found';
    return tree && renderedBy(tree).fatal.length > 0 ? 'ok' : this.#route.outcome;
  }
}

function isAmong({ fatal, streamed }: Rendered, { owner, slot }: Gap): boolean {
  const isGap = (gap: { readonly owner: string; readonly slot: string }) =>
    gap.owner === owner.path && gap.slot === slot;
  return fatal.some(isGap) || streamed.some(isGap);
}
