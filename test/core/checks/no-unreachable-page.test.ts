import { describe, expect, test } from 'vitest';
import { findingsOf, type AppFiles } from '../../harness/findings.js';

const check = 'no-unreachable-page';

test('a page whose URL another slot leaves incomplete: the message names the slot', () => {
  const files: AppFiles = {
    'layout.tsx': true,
    'dash/layout.tsx': true,
    'dash/page.tsx': true,
    'dash/@a/page.tsx': true,
    'dash/child/page.tsx': true,
  };
  const findings = findingsOf(check, files);
  expect(findings).toMatchObject([
    {
      messageId: 'incomplete',
      file: 'dash/child/page.tsx',
      segment: '/dash/child',
      slot: null,
      impact: 'build-error',
      urls: ['/dash/child'],
    },
  ]);
  expect(findings[0]?.message).toContain('@a of /dash');
  expect(findingsOf(check, { ...files, 'dash/@a/default.tsx': true })).toEqual([]);
});

test('before strict matching such a page is only not found, and told of by the defaults', () => {
  const files: AppFiles = {
    'layout.tsx': true,
    'page.tsx': true,
    '@a/page.tsx': true,
    'child/page.tsx': true,
  };
  expect(findingsOf(check, files, { next: { version: '16.2.12' } })).toEqual([]);
});

describe('page beside @children/page', () => {
  const files: AppFiles = {
    'layout.tsx': true,
    'x/page.tsx': true,
    'x/@children/page.tsx': true,
  };
  test('Turbopack refuses the page', () => {
    const findings = findingsOf(check, files);
    expect(findings).toMatchObject([
      { messageId: 'displaced', file: 'x/page.tsx', impact: 'build-error', urls: ['/x'] },
    ]);
    expect(findings[0]?.message).toContain('x/@children/page.tsx');
  });
  test('webpack takes both and shows one of them', () => {
    const findings = findingsOf(check, files, { next: { bundler: 'webpack' } });
    expect(findings).toHaveLength(1);
    expect(findings).toMatchObject([{ messageId: 'lost', impact: 'silent', urls: ['/x'] }]);
  });
});

test('two pages at one URL through groups: told once', () => {
  const files: AppFiles = {
    'layout.tsx': true,
    '(a)/about/page.tsx': true,
    '(b)/about/page.tsx': true,
  };
  const findings = findingsOf(check, files);
  expect(findings).toMatchObject([
    { messageId: 'sameUrl', file: '(b)/about/page.tsx', impact: 'build-error', urls: ['/about'] },
  ]);
  expect(findings[0]?.message).toContain('(a)/about/page.tsx');
});

test('the page of a group in a folder with a page is lost without a word', () => {
  const files: AppFiles = { 'layout.tsx': true, 'x/page.tsx': true, 'x/(g)/page.tsx': true };
  expect(findingsOf(check, files)).toMatchObject([
    { messageId: 'lost', file: 'x/(g)/page.tsx', impact: 'silent', urls: ['/x'] },
  ]);
});

test('a page and a route handler at one URL', () => {
  const files: AppFiles = { 'layout.tsx': true, 'x/page.tsx': true, 'x/(g)/route.ts': '' };
  expect(findingsOf(check, files)).toMatchObject([{ impact: 'build-error', urls: ['/x'] }]);
});

test('a required and an optional catch-all cannot stand side by side', () => {
  const files: AppFiles = {
    'layout.tsx': true,
    'docs/[...path]/page.tsx': true,
    'docs/[[...path]]/page.tsx': true,
  };
  for (const [version, impact] of [
    ['14.2.35', 'build-error'],
    ['15.5.29', 'not-found'],
    ['16.4.6', 'not-found'],
  ] as const) {
    const findings = findingsOf(check, files, { next: { version } });
    expect(findings).toMatchObject([
      { messageId: 'bothCatchAlls', file: 'docs/[[...path]]/page.tsx', impact },
    ]);
    expect(findings[0]?.message).toContain('docs/[...path]/page.tsx and this file');
  }
  // Strict matching drops the URL that only the slot knows, so that nothing is left to sort.
  const apart: AppFiles = {
    'layout.tsx': true,
    'docs/layout.tsx': true,
    'docs/@a/[...path]/page.tsx': true,
    'docs/@a/default.tsx': true,
    'docs/[[...path]]/page.tsx': true,
  };
  const withWebpack = { next: { bundler: 'webpack' } } as const;
  expect(findingsOf(check, apart, withWebpack)).not.toContainEqual(
    expect.objectContaining({ messageId: 'bothCatchAlls' }),
  );
});

test('an optional catch-all is as specific as the page beside it', () => {
  const files: AppFiles = {
    'layout.tsx': true,
    'x/page.tsx': true,
    'x/[[...rest]]/page.tsx': true,
  };
  expect(findingsOf(check, files)).toMatchObject([
    { messageId: 'optionalCatchAll', file: 'x/page.tsx', impact: 'build-error', urls: ['/x'] },
  ]);
});

test('two names for one dynamic segment', () => {
  const files: AppFiles = {
    'layout.tsx': true,
    '(a)/[id]/page.tsx': true,
    '(b)/[slug]/x/page.tsx': true,
  };
  expect(findingsOf(check, files)).toMatchObject([
    { messageId: 'parameterName', file: '(b)/[slug]/x/page.tsx', impact: 'build-error' },
  ]);
});

test('a catch-all that is not last', () => {
  const files: AppFiles = { 'layout.tsx': true, 'x/[...rest]/more/page.tsx': true };
  expect(findingsOf(check, files)).toMatchObject([
    { messageId: 'afterCatchAll', file: 'x/[...rest]/more/page.tsx', impact: 'build-error' },
  ]);
});
