import type { CheckResult } from '../report.js';

/** Prints what was found as the text of standard output. */
export type Format = (result: CheckResult) => string | Promise<string>;
