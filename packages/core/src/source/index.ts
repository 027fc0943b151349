export type { Comment } from './comment.js';
export { mentions } from './mentions.js';
export { deferFacts, ParsedFiles, type AskFact } from './deferred-facts.js';
export { isModuleName, readSources, type SourceHost } from './source-files.js';
export { namingUnread, tooComplex } from './naming-unread.js';
export type { DefaultExportFacts, ModuleFacts } from './module-facts.js';
export type { PropFacts } from './prop-facts.js';
export {
  Lines,
  sourceRange,
  type Position,
  type SourceRange,
  type TextRange,
} from './text-range.js';
export { readModuleFromESTree } from './ast/read-module-from-estree.js';
export { readCommentsFromTypeScript } from './typescript/read-comments-from-typescript.js';
export {
  readModuleFromTypeScript,
  readOutlineFromTypeScript,
} from './typescript/read-module-from-typescript.js';
export { withinStack } from './typescript/within-stack.js';
