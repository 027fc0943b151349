import type { Check } from './check.js';
import { requireSlotDefault } from './require-slot-default.js';

/** Every check there is. ESLint rules, presets, docs and tables are all made from this list. */
export const checks = [requireSlotDefault] as const satisfies readonly Check[];

/** The name of a check. */
export type CheckName = (typeof checks)[number]['name'];
