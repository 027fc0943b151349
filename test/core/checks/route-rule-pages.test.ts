/** The trees of the rules' pages do what the pages say. */
import { checks } from '@next-slots/core';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findingsOf, type AppFiles } from '../../harness/findings.js';

const names = [
  'require-slot-default',
  'require-children-default',
  'no-unreachable-page',
  'valid-interception',
  'no-dead-default',
  'no-lingering-modal',
  'readable-route-folders',
];
const pages = checks.map(({ name }) => name).filter((name) => names.includes(name));

test.each(pages)('%s', (name) => {
  const page = readFileSync(new URL(`../../../docs/rules/${name}.md`, import.meta.url), 'utf8');
  expect(page.startsWith(`# ${name}\n`)).toBe(true);
  const passing = treeUnder(page, 'Passes');
  expect(passing).toBeDefined();
  expect(findingsOf(name, passing ?? {})).toEqual([]);
  const failing = treeUnder(page, 'Fails');
  // What a folder's rights are cannot be written down as a list of files.
  if (name === 'readable-route-folders') expect(failing).toBeUndefined();
  else expect(findingsOf(name, failing ?? {}).length).toBeGreaterThan(0);
});

/** The tree in the section of a page, as files. */
function treeUnder(page: string, heading: string): AppFiles | undefined {
  const section = page.split(/^## /mu).find((each) => each.startsWith(`${heading}\n`));
  const lines = /```tree\n(?<lines>[^]*?)\n```/u.exec(section ?? '')?.groups?.['lines'];
  if (lines === undefined) return undefined;
  return Object.fromEntries(lines.split('\n').map((file) => [file, true] as const));
}
