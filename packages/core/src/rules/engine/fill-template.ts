import { printable } from '../../printable.js';

/** Puts data into a message template: `{{slot}}` becomes `data.slot`. An unknown name stays as it is. */
export function fillTemplate(template: string, data: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{\s*(\w+)\s*\}\}/gu, (whole, name: string) => data[name] ?? whole);
}

/** Data with folder names made safe to print: a line break in a name must not forge a line. */
export function printableValues(
  data: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  if (Object.values(data).every((value) => printable(value) === value)) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, printable(value)]));
}
