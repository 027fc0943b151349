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
export { markdownCode, markdownTable, markdownText, notificationText } from './markdown.js';
export { didYouMean, nearest } from './nearest.js';
export { plural } from './plural.js';
export { printable } from './printable.js';
export * from './tree/index.js';
export * from './matching/index.js';
export * from './layouts/index.js';
export * from './matrix/index.js';
export * from './module/index.js';
export * from './edits/index.js';
export * from './checks/index.js';
export * from './completions/index.js';
export * from './navigation/index.js';
