import {
  routePattern,
  shownMatchesOf,
  type InterceptingRoute,
  type Outcome,
} from '@next-slots/core';
import type { OpenedApp } from '../apps/open-app.js';
import { publicFill, type PublicFill } from '../fills/public-fill.js';

/** One route of an app. The names and their order are a public contract. */
export interface PublicRoute {
  /** As Next prints it: `/shop/[id]`. */
  readonly url: string;
  readonly kind: 'page' | 'handler' | 'intercepting';
  /** The page or route handler that the route is there for, relative to the command's folder. */
  readonly file: string;
  /** The source of a regular expression for the paths of the route, one group for each dynamic part. */
  readonly pattern: string;
  readonly outcome: Outcome;
  /** The URL that an intercepting route replaces; null where its marker leads out of the app. */
  readonly intercepts?: string | null;
  /** The URL below which an intercepting route works. */
  readonly from?: string;
  readonly slots: readonly PublicFill[];
}

/** The routes of an app by URL, those that can be loaded before the intercepting ones. */
export function publicRoutes(opened: OpenedApp): readonly PublicRoute[] {
  const { routes, interceptions, canonical } = shownMatchesOf(opened.app);
  return [
    ...routes.map(({ url, kind, file, outcome, slots }) => ({
      url,
      kind,
      file: opened.printed(file),
      pattern: routePattern(url),
      outcome,
      slots: slots.map((fill) => publicFill(opened, fill)),
    })),
    ...interceptions.map((route) => intercepting(opened, route, canonical.includes(route))),
  ];
}

function intercepting(
  opened: OpenedApp,
  { url, file, target, from }: InterceptingRoute,
  refused: boolean,
): PublicRoute {
  return {
    url,
    kind: 'intercepting',
    file: opened.printed(file),
    pattern: routePattern(target ?? url),
    outcome: refused ? 'build-error' : 'ok',
    intercepts: target,
    from,
    // They depend on the page that the user comes from.
    slots: [],
  };
}
