import type { App, NextTarget } from '../app.js';
import { remembered } from '../remembered.js';
import type { RouteTree } from '../routes/route-tree.js';
import { matchRoutes } from './match-routes.js';
import type { RouteMatches } from './route-matches.js';
import { semanticsFor } from './versions/next-semantics.js';

/** Every check asks: without it each of them matches the app anew, which takes 0.2 s of CPU for 2,000 URLs. */
const matchesOfTrees = new WeakMap<RouteTree, WeakMap<NextTarget, RouteMatches>>();

/** The matches of an app: made when first asked for, then shared by all that ask about the same tree. */
export function matchesOf({ tree, next }: Pick<App, 'tree' | 'next'>): RouteMatches {
  const ofTree = remembered(matchesOfTrees, tree, () => new WeakMap<NextTarget, RouteMatches>());
  return remembered(ofTree, next, () => matchRoutes(tree, semanticsFor(next)));
}
