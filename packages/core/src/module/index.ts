export type { ComponentFacts, ModuleFacts, PropFacts } from './module-facts.js';
export { sourceRange, type Position, type SourceRange, type TextRange } from './text-range.js';
