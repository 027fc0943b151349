import type { Report } from '../report.js';

/** Prints a report as the text of standard output. */
export type Format = (report: Report) => string | Promise<string>;
