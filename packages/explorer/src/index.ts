export { changeBetween, type AppChange } from './data/app-change.js';
export {
  describeApp,
  describeFindingsInSteps,
  routeFiles,
  type AppFacts,
} from './data/describe-app.js';
export type { Target } from './model/explorer-state.js';
export { isSameTarget, offeredTargets } from './model/targets.js';
export type { ExplorerApp, TargetFindings } from './data/explorer-app.js';
export type { FromEditor, ToEditor } from './data/editor-messages.js';
export { standalonePage } from './page/standalone-page.js';
export { servedPage } from './page/served-page.js';
