export type { App, NextTarget, SourceReader } from './app.js';
export {
  parse,
  parseSettings,
  settingsSchema,
  type Bundler,
  type Parsed,
  type Settings,
} from './settings.js';
export * from './editor-requests.js';
export { compareText } from './compare-text.js';
export { groupBy } from './group-by.js';
export { markdownCode, markdownTable, markdownText, notificationText } from './markdown.js';
export { didYouMean, nearest } from './nearest.js';
export { once } from './once.js';
export { remembered } from './remembered.js';
export { plural } from './plural.js';
export { printable } from './printable.js';
export * from './routes/index.js';
export * from './next/index.js';
export {
  shownMatchesOf,
  unrenderedSlots,
  type UnrenderedSlot,
} from './rules/shared/layout/rendered-matches.js';
export { urlsWithConfigConflict } from './rules/shared/segment-configs.js';
export { hasMissing, levelsOf, type Level, type LevelRow } from './editor/matrix-levels.js';
export * from './source/index.js';
export * from './edits/index.js';
export * from './rules/index.js';
export * from './editor/index.js';
