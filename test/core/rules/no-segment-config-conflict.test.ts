import { describe, expect, test } from 'vitest';
import { findingsOf, type AppFiles, wordsOf } from '../../harness/findings.js';

const check = 'no-segment-config-conflict';

function page(config: string): string {
  return `${config}\nexport default function Page() {\n  return null;\n}\n`;
}

function appWith(children: string, slot: string): AppFiles {
  return {
    'layout.tsx': true,
    'page.tsx': true,
    'x/layout.tsx': true,
    'x/page.tsx': page(children),
    'x/@a/page.tsx': page(slot),
  };
}

test('two pages at one URL', () => {
  const files = appWith('export const revalidate = 60;', 'export const revalidate = 30;');
  const findings = findingsOf(check, files);
  expect(findings).toMatchObject([
    { file: 'x/layout.tsx', slot: '@a', impact: 'build-error', urls: ['/x'] },
  ]);
  expect(wordsOf(findings[0])).toContain('`60` in `x/page.tsx` and `30` in `x/@a/page.tsx`');
  expect(findingsOf(check, files, { next: { bundler: 'webpack' } })).toEqual([]);
  expect(findingsOf(check, files, { next: { version: '15.5.29', bundler: 'webpack' } })).toEqual(
    [],
  );
});

describe('by version', () => {
  test.each([
    ["dynamic = 'force-static'", "dynamic = 'error'", true],
    ['revalidate = false', 'revalidate = 60', true],
    ["runtime = 'nodejs'", "runtime = 'edge'", false],
    ['dynamicParams = true', 'dynamicParams = false', false],
    ["fetchCache = 'auto'", "fetchCache = 'only-cache'", false],
  ])('%s', (first, second, early) => {
    const files = appWith(`export const ${first};`, `export const ${second};`);
    expect(findingsOf(check, files)).toHaveLength(1);
    const before = findingsOf(check, files, { next: { version: '16.2.12' } });
    expect(before).toHaveLength(early ? 1 : 0);
  });

  test.each([
    ['maxDuration = 5', 'maxDuration = 6'],
    ['revalidate = 60', 'revalidate = 6_0'],
    ["dynamic = 'error'", 'dynamic = `error`'],
    ['revalidate = 60 * 60', 'revalidate = 60'],
    ["dynamic = 'error'", 'revalidate = 60'],
  ])('%s beside %s is fine', (first, second) => {
    const files = appWith(`export const ${first};`, `export const ${second};`);
    expect(findingsOf(check, files)).toEqual([]);
  });
});

test('what is further down goes before its layout', () => {
  const files: AppFiles = {
    ...appWith('export const revalidate = 60;', 'export const revalidate = 60;'),
    'x/@a/layout.tsx': page('export const revalidate = 30;'),
    'x/layout.tsx': page('export const revalidate = 10;'),
  };
  expect(findingsOf(check, files)).toEqual([]);
  expect(findingsOf(check, { ...files, 'x/@a/page.tsx': true })).toMatchObject([
    { file: 'x/layout.tsx', urls: ['/x'] },
  ]);
});

test('a default counts where the slot renders it', () => {
  const files: AppFiles = {
    ...appWith('', ''),
    'x/y/page.tsx': page('export const revalidate = 60;'),
    'x/@a/default.tsx': page('export const revalidate = 30;'),
  };
  expect(findingsOf(check, files)).toMatchObject([{ file: 'x/layout.tsx', urls: ['/x/y'] }]);
});

test('two named slots', () => {
  const files: AppFiles = {
    ...appWith('', 'export const revalidate = 60;'),
    'x/@b/page.tsx': page('export const revalidate = 30;'),
  };
  expect(findingsOf(check, files)).toMatchObject([{ slot: '@b', urls: ['/x'] }]);
});
