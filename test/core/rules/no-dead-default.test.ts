import { describe, expect, test } from 'vitest';
import { findingsOf, type AppFiles } from '../../harness/findings.js';

const check = 'no-dead-default';

const plain: AppFiles = { 'layout.tsx': true, 'page.tsx': true, 'about/page.tsx': true };

const bundlers = ['turbopack', 'webpack'] as const;

test.each(bundlers)('a default in an app without slots is never rendered: %s', (bundler) => {
  const files: AppFiles = { ...plain, 'about/default.tsx': true };
  const findings = findingsOf(check, files, { next: { bundler } });
  expect(findings).toMatchObject([
    { file: 'about/default.tsx', segment: '/about', slot: null, impact: 'silent', urls: [] },
  ]);
});

describe.each(bundlers)('a default that a slot needs is not reported: %s', (bundler) => {
  test.each([
    ['the default of a slot', '@a/default.tsx'],
    ['the default beside a slot', 'default.tsx'],
  ])('%s', (_, file) => {
    const files: AppFiles = { ...plain, '@a/page.tsx': true, [file]: true };
    expect(findingsOf(check, files, { next: { bundler } })).toEqual([]);
  });

  test('the default next to a slot in a group', () => {
    const files: AppFiles = { ...plain, '(g)/@a/page.tsx': true, 'default.tsx': true };
    expect(findingsOf(check, files, { next: { bundler } })).toEqual([]);
  });
});

test('Turbopack goes into a folder for whose URL only a slot has a page, webpack does not', () => {
  const files: AppFiles = {
    ...plain,
    '@a/default.tsx': true,
    '@a/about/team/page.tsx': true,
    'about/default.tsx': true,
  };
  expect(findingsOf(check, files, { next: { bundler: 'turbopack' } })).toEqual([]);
  expect(findingsOf(check, files, { next: { bundler: 'webpack' } })).toMatchObject([
    { file: 'about/default.tsx' },
  ]);
});
