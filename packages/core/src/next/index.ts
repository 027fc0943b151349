export {
  describeOutcome,
  describeReason,
  reloadChanges,
} from './navigation/describe-explanation.js';
export { explainUrl, nearestUrls, pathOf, type Explanation } from './navigation/explain-url.js';
export { findRoute } from './navigation/find-url.js';
export { matchesOf } from './matches-of.js';
export { matchRoutes, withLayouts } from './match-routes.js';
export { nestFills, type LevelBox, type SlotBox } from './navigation/nest-fills.js';
export { isInterceptingFile, openModals, type OpenModal } from './navigation/open-modals.js';
export { navigate } from './navigation/navigate.js';
export { defaultBundler, semanticsFor } from './versions/next-semantics.js';
export { bundlerNames } from './versions/bundler-names.js';
export { compareVersions } from './versions/compare-versions.js';
export { routePattern } from './url/url-pattern.js';
export type {
  Fill,
  InterceptingRoute,
  Outcome,
  Route,
  RouteMatches,
  SlotFill,
  SlotName,
} from './route-matches.js';
