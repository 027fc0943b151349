import type { DefaultExportFacts } from '@next-slots/core';

/** At the very start of a line, where code that is formatted has the default export. */
const plain = /^export (?<keyword>default) (?:async )?function\b(?!\s*\*)/gmu;

/**
 * The function that a text exports by default, where a look at its lines shows it: no template or comment
 * may be open there, in which the words would mean nothing, and no brace.
 *
 * Most files of an app are pages of which nothing else is asked. Without it, a check of 9,000 files of a
 * hundred lines takes 9.3 s of CPU instead of 7.3 s.
 */
export function plainDefaultExport(text: string): DefaultExportFacts | undefined {
  const [found, another] = text.matchAll(plain);
  if (!found || another) return undefined;
  const before = text.slice(0, found.index);
  const isOpen = before.includes('`') || before.lastIndexOf('/*') > before.lastIndexOf('*/');
  if (isOpen || count(before, '{') !== count(before, '}')) return undefined;
  const start = found.index + 'export '.length;
  return { kind: 'component', range: { start, end: start + 'default'.length } };
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}
