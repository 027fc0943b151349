export { answersUrl } from './answers-url.js';
export {
  describeOutcome,
  describeReason,
  reloadChanges,
  type ReloadChange,
} from './describe-explanation.js';
export { explainUrl, nearestUrls, pathOf, type Explanation } from './explain-url.js';
export { findRoute, type FoundRoute } from './find-route.js';
export { matchesOf } from './matches-of.js';
export { matchRoutes } from './match-routes.js';
export { navigate, type Navigation } from './navigate.js';
export {
  defaultBundler,
  nextBehaviours,
  semanticsFor,
  type NextBehaviour,
  type NextSemantics,
  type SemanticsRow,
} from './next-semantics.js';
export { routePattern } from './route-pattern.js';
export type {
  Fill,
  FillReason,
  Gap,
  InterceptingRoute,
  MatchObserver,
  MissingDefault,
  MissingSlots,
  Outcome,
  Route,
  RouteConflict,
  RouteMatches,
  SlotFill,
  SlotName,
  UnmatchedPage,
} from './route-matches.js';
