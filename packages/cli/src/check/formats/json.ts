import type { Format } from './format.js';

/** One JSON object; its names are a public contract. */
export const json: Format = ({ apps, findings }) =>
  `${JSON.stringify({ version: 1, apps, findings }, undefined, 2)}\n`;
