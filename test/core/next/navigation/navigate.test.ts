import { explainUrl, matchRoutes, semanticsFor } from '@next-slots/core';
import { expect, test } from 'vitest';
import { treeFromFiles } from '../../../harness/tree-from-files.js';

const semantics = semanticsFor({ version: '16.4.6', bundler: 'turbopack' });

function interceptedBy(files: readonly string[], url: string, from: string): string | null {
  const explained = explainUrl(matchRoutes(treeFromFiles(files), semantics), url, [from]);
  if ('unknown' in explained) throw new Error(`no route answers ${explained.unknown}`);
  return explained.interceptedBy;
}

test('an intercepting route takes what its parameter stands for', () => {
  const files = ['page.tsx', 'x/[id]/page.tsx', '@modal/default.tsx', '@modal/(.)x/[id]/page.tsx'];
  expect(interceptedBy(files, '/x/7', '/')).toBe('/(.)x/[id]');
});

test('a second marker in a URL is text like any other, and no request has it', () => {
  const files = ['(.)y/(..)[id]/page.tsx', '[...all]/page.tsx'];
  expect(interceptedBy(files, '/y/nope', '/no/pe')).toBeNull();
});
