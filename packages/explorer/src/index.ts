export { changeBetween, type AppChange } from './data/app-change.js';
export { describeApp, describeFindings, routeFiles, type AppFacts } from './data/describe-app.js';
export { offeredTargets } from './model/targets.js';
export type { ExplorerApp, ExplorerFinding, TargetFindings } from './data/explorer-app.js';
export type { FromEditor, ToEditor } from './data/editor-messages.js';
export { standalonePage } from './page/standalone-page.js';
export { servedPage } from './page/served-page.js';
