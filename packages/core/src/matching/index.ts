export { matchRoutes } from './match-routes.js';
export {
  defaultBundler,
  nextBehaviours,
  semanticsFor,
  type NextBehaviour,
  type NextSemantics,
  type SemanticsRow,
} from './next-semantics.js';
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
