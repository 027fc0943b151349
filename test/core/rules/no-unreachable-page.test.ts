import { describe, expect, test } from 'vitest';
import { findingsOf, type AppFiles, wordsOf } from '../../harness/findings.js';

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
  expect(wordsOf(findings[0])).toContain('`@a` of `dash/layout.tsx`');
  expect(findingsOf(check, { ...files, 'dash/@a/default.tsx': true })).toEqual([]);
});

test('before strict matching such a page is not found, which the default rules report', () => {
  const files: AppFiles = {
    'layout.tsx': true,
    'page.tsx': true,
    '@a/page.tsx': true,
    'child/page.tsx': true,
  };
  expect(findingsOf(check, files, { next: { version: '16.2.12' } })).toEqual([]);
});

describe('page next to @children/page', () => {
  const files: AppFiles = {
    'layout.tsx': true,
    'x/page.tsx': true,
    'x/@children/page.tsx': true,
  };
  test('Turbopack rejects the page', () => {
    const findings = findingsOf(check, files);
    expect(findings).toMatchObject([
      { messageId: 'displaced', file: 'x/page.tsx', impact: 'build-error', urls: ['/x'] },
    ]);
    expect(wordsOf(findings[0])).toContain('x/@children/page.tsx');
  });
  test('webpack takes both and shows one of them', () => {
    const findings = findingsOf(check, files, { next: { bundler: 'webpack' } });
    expect(findings).toHaveLength(1);
    expect(findings).toMatchObject([{ messageId: 'lost', impact: 'silent', urls: ['/x'] }]);
  });
});

test('two pages at one URL through groups: reported once', () => {
  const files: AppFiles = {
    'layout.tsx': true,
    '(a)/about/page.tsx': true,
    '(b)/about/page.tsx': true,
  };
  const findings = findingsOf(check, files);
  expect(findings).toMatchObject([
    { messageId: 'sameUrl', file: '(b)/about/page.tsx', impact: 'build-error', urls: ['/about'] },
  ]);
  expect(wordsOf(findings[0])).toContain('(a)/about/page.tsx');
});

test('the page of a group in a folder with a page is silently lost', () => {
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
    expect(wordsOf(findings[0])).toContain('This file and `docs/[...path]/page.tsx`');
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

test('an optional catch-all is as specific as the page next to it', () => {
  const files: AppFiles = {
    'layout.tsx': true,
    'x/page.tsx': true,
    'x/[[...rest]]/page.tsx': true,
  };
  expect(findingsOf(check, files)).toMatchObject([
    { messageId: 'optionalCatchAll', file: 'x/page.tsx', impact: 'build-error', urls: ['/x'] },
  ]);
});

describe('two names for one dynamic segment', () => {
  const versions = ['14.2.35', '15.5.29', '16.0.11', '16.1.0', '16.4.6'];

  function impactsOf(folders: readonly string[]) {
    const files: AppFiles = Object.fromEntries(
      ['layout.tsx', 'default.tsx', ...folders.map((folder) => `${folder}/page.tsx`)].map(
        (file) => [file, true],
      ),
    );
    return versions.map((version) => {
      const findings = findingsOf(check, files, { next: { version } });
      return findings.find(({ messageId }) => messageId === 'parameterName')?.impact;
    });
  }

  test('routes of one pattern: later builds compare them', () => {
    const expected = ['build-error', 'not-found', 'not-found', 'build-error', 'build-error'];
    expect(impactsOf(['(a)/[id]', '(b)/[slug]'])).toEqual(expected);
    expect(impactsOf(['[...slug]', '@m/[...all]'])).toEqual(expected);
    expect(impactsOf(['@m/[[...a]]', '@n/[[...b]]'])).toEqual(expected);
    expect(impactsOf(['[a]/[b]', '[c]/[d]'])).toEqual(expected);
  });

  test('routes of different patterns: the server cannot sort them', () => {
    const expected = ['build-error', 'not-found', 'not-found', 'not-found', 'not-found'];
    expect(impactsOf(['[a]/x', '[b]/y'])).toEqual(expected);
    expect(impactsOf(['(a)/[id]', '(b)/[slug]/x'])).toEqual(expected);
  });

  test('an intercepting route counts as the route that it replaces', () => {
    // Its target is static: the server has only one route to sort.
    expect(impactsOf(['z/q', 'z/[a]', 'z/[b]/(..)q'])).toEqual([
      'build-error',
      ...Array<undefined>(4).fill(undefined),
    ]);
    expect(impactsOf(['z/[a]', 'z/[b]/(..)[a]'])).toEqual([
      'build-error',
      ...Array<string>(4).fill('not-found'),
    ]);
  });

  test('after a marker, only builds that compare patterns notice them', () => {
    expect(impactsOf(['[c]', '@m/(.)[a]', '@n/(.)[b]'])).toEqual([
      undefined,
      undefined,
      undefined,
      'build-error',
      'build-error',
    ]);
  });

  test('names the files', () => {
    const files: AppFiles = {
      'layout.tsx': true,
      '(a)/[id]/page.tsx': true,
      '(b)/[slug]/x/page.tsx': true,
    };
    const findings = findingsOf(check, files);
    expect(findings).toMatchObject([
      { messageId: 'parameterName', file: '(b)/[slug]/x/page.tsx', impact: 'not-found' },
    ]);
    expect(wordsOf(findings[0])).toContain('different parameter names, `[id]` and `[slug]`');
  });
});

test('catch-alls of one slot in two groups are both shown', () => {
  const files: AppFiles = {
    'layout.tsx': true,
    '(a)/layout.tsx': true,
    '(a)/a1/page.tsx': true,
    '(a)/@m/[...all]/page.tsx': true,
    '(b)/layout.tsx': true,
    '(b)/b1/page.tsx': true,
    '(b)/@m/[...all]/page.tsx': true,
  };
  expect(findingsOf(check, files)).toEqual([]);
  const { '(b)/b1/page.tsx': _, ...withoutPage } = files;
  expect(findingsOf(check, withoutPage)).toMatchObject([
    { file: '(b)/@m/[...all]/page.tsx', impact: 'build-error' },
  ]);
});

describe('a route handler in a slot', () => {
  test.each([
    ['beside a page', ['x/page.tsx', 'x/@right/route.ts']],
    ['beside a handler', ['x/route.ts', 'x/@right/route.ts']],
    ['beside one in another slot', ['x/@left/route.ts', 'x/@right/route.ts']],
  ])('%s fails with Turbopack', (_, names) => {
    const files: AppFiles = Object.fromEntries(
      ['layout.tsx', 'x/layout.tsx', ...names].map((name) => [name, true]),
    );
    expect(findingsOf(check, files)).toMatchObject([
      { messageId: 'sameUrl', impact: 'build-error' },
    ]);
    for (const version of ['14.2.35', '15.5.29', '16.4.6']) {
      expect(findingsOf(check, files, { next: { version, bundler: 'webpack' } })).toEqual([]);
    }
  });
});

test('a catch-all that is not last', () => {
  const files: AppFiles = { 'layout.tsx': true, 'x/[...rest]/more/page.tsx': true };
  expect(findingsOf(check, files)).toMatchObject([
    { messageId: 'afterCatchAll', file: 'x/[...rest]/more/page.tsx', impact: 'build-error' },
  ]);
});

describe('metadata files', () => {
  const app: AppFiles = { 'layout.tsx': true, 'page.tsx': true };

  test.each([
    ['in a slot', ['sitemap.ts', '@a/default.tsx', '@a/sitemap.ts'], '/sitemap.xml'],
    ['in a group', ['sitemap.ts', '(g)/x/page.tsx', '(g)/sitemap.xml'], '/sitemap.xml'],
    ['beside a page', ['x/icon.tsx', 'x/icon/page.tsx'], '/x/icon'],
    ['beside a handler', ['robots.ts', 'robots.txt/route.ts'], '/robots.txt'],
  ])('two of one URL, %s', (_, names, url) => {
    const files: AppFiles = { ...app, ...Object.fromEntries(names.map((name) => [name, true])) };
    expect(findingsOf(check, files)).toMatchObject([
      { messageId: 'metadata', impact: 'build-error', urls: [url] },
    ]);
  });

  test.each([
    ['a slot gives an icon a URL of its own', ['icon.tsx', '@a/default.tsx', '@a/icon.tsx']],
    ['so does a group', ['opengraph-image.tsx', '(g)/x/page.tsx', '(g)/opengraph-image.tsx']],
    ['robots elsewhere are none', ['x/robots.ts', 'x/robots.txt/route.ts', 'x/y/page.tsx']],
    ['an image and its code', ['icon.png', 'icon.tsx', 'icon1.png', 'favicon.ico']],
  ])('%s', (_, names) => {
    const files: AppFiles = { ...app, ...Object.fromEntries(names.map((name) => [name, true])) };
    expect(findingsOf(check, files)).toEqual([]);
  });

  test('several sitemaps have other URLs', () => {
    const files: AppFiles = {
      ...app,
      'sitemap.ts': 'export function generateSitemaps() {}\nexport default function s() {}\n',
      'sitemap.xml/route.ts': true,
    };
    expect(findingsOf(check, files)).toEqual([]);
  });

  test('below a catch-all', () => {
    const files: AppFiles = {
      ...app,
      'x/[...s]/page.tsx': true,
      'x/[...s]/opengraph-image.tsx': true,
    };
    for (const [version, impact] of [
      ['14.2.35', 'build-error'],
      ['15.5.29', 'not-found'],
      ['16.4.6', 'build-error'],
    ] as const) {
      expect(findingsOf(check, files, { next: { version } })).toMatchObject([
        { messageId: 'metadataAfterCatchAll', impact, file: 'x/[...s]/page.tsx' },
      ]);
    }
  });
});
