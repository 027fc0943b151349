export { completionsAt } from './completions-at.js';
export type { CompletionData, CompletionDetails, CompletionEntry } from './completion-entry.js';
export type { CompletionContext, CompletionSource, Offer } from './completion-source.js';
export type { AppExtent, CursorRequest, OpenApp } from './cursor-request.js';
export { describeCompletion } from './describe-completion.js';
export { completionSources } from './registry.js';
