export {
  describeOutcome,
  describeReason,
  reloadChanges,
  type ReloadChange,
} from './navigation/describe-explanation.js';
export { explainUrl, nearestUrls, pathOf, type Explanation } from './navigation/explain-url.js';
export { findRoute, type FoundRoute } from './navigation/find-url.js';
export { matchesOf } from './matches-of.js';
export { matchRoutes, withLayouts } from './match-routes.js';
export { nestFills, type LevelBox, type SlotBox } from './navigation/nest-fills.js';
export { isInterceptingFile, openModals, type OpenModal } from './navigation/open-modals.js';
export { navigate, type Navigation } from './navigation/navigate.js';
export {
  defaultBundler,
  nextBehaviours,
  semanticsFor,
  type NextBehaviour,
  type NextSemantics,
} from './versions/next-semantics.js';
export { bundlerNames } from './versions/bundler-names.js';
export { compareVersions } from './versions/compare-versions.js';
export type { SemanticsRow } from './versions/behaviour-row.js';
export { routePattern } from './url/url-pattern.js';
export type {
  Fill,
  FillReason,
  Gap,
  InterceptingRoute,
  MissingSlots,
  Outcome,
  Route,
  RouteConflict,
  RouteMatches,
  SlotFill,
  SlotName,
  UnmatchedPage,
} from './route-matches.js';
