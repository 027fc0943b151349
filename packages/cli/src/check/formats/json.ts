import type { Report } from '../../public/report.js';
import type { Format } from './format.js';
import { printedJson } from '../../terminal/print.js';

/** One JSON object; its names are a public contract. */
export const json: Format = ({ apps, findings }) => {
  const report: Report = { version: 1, apps, findings };
  return printedJson(report);
};
