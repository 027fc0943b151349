import type { CompletionSource } from './completion-source.js';
import { layoutRoute } from './layout-route.js';
import { slotKey } from './slot-key.js';
import { slotPropAfterDot } from './slot-prop-after-dot.js';
import { slotPropInBrackets } from './slot-prop-in-brackets.js';
import { slotPropInPattern } from './slot-prop-in-pattern.js';
import { slotPropInType } from './slot-prop-in-type.js';

/** Every place where something is completed. No cursor is at two of them. */
export const completionSources: readonly CompletionSource[] = [
  slotPropInPattern,
  slotPropInType,
  slotPropAfterDot,
  slotPropInBrackets,
  slotKey,
  layoutRoute,
];
