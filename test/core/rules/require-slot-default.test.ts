import { describe, expect, test } from 'vitest';
import { findingsOf, fixed, picked, type AppFiles, wordsOf } from '../../harness/findings.js';

const check = 'require-slot-default';

/** `@a` has a page for the owner's own URL only; `/child` goes on without it. */
const child: AppFiles = {
  'layout.tsx': true,
  'page.tsx': true,
  '@a/page.tsx': true,
  'child/page.tsx': true,
};

describe('what Next makes of it', () => {
  test.each([
    ['13.5.11', 'webpack', 'not-found', /`\/child` renders the not-found page \(status 200\)/u],
    ['15.5.29', 'webpack', 'not-found', /`\/child` gives 404/u],
    ['16.0.11', 'turbopack', 'build-error', /`next build` \(16\.0\.11\) fails.*`\/child`/u],
    ['16.4.6', 'turbopack', 'build-error', /`next build` \(16\.4\.6\) fails.*`\/child`/u],
    ['16.4.6', 'webpack', 'build-error', /fails.*`\/child`/u],
  ] as const)('on %s with %s', (version, bundler, impact, words) => {
    const findings = findingsOf(check, child, { next: { version, bundler } });
    expect(findings).toMatchObject([
      { file: 'layout.tsx', segment: '/', slot: '@a', impact, urls: ['/child'] },
    ]);
    expect(wordsOf(findings[0])).toMatch(words);
  });

  test('nothing yet, where no URL lacks it', () => {
    const files: AppFiles = { 'layout.tsx': true, 'page.tsx': true, '@a/page.tsx': true };
    const [finding] = findingsOf(check, files);
    expect(finding).toMatchObject({ impact: 'future', urls: [] });
    expect(wordsOf(finding)).toContain(
      'no URL breaks today, but the next route you add here will.',
    );
  });

  test.each([
    ['15.5.29', 'webpack', 'warning'],
    ['16.4.6', 'turbopack', 'error'],
    ['16.4.6', 'webpack', 'error'],
  ] as const)('the next route on %s with %s is a %s', (version, bundler, highestSeverity) => {
    const files: AppFiles = { 'layout.tsx': true, 'page.tsx': true, 'x/layout.tsx': true };
    const slot: AppFiles = { 'x/page.tsx': true, 'x/@a/page.tsx': true };
    const next = { version, bundler };
    expect(findingsOf(check, { ...files, ...slot }, { next })).toMatchObject([
      { impact: 'future', highestSeverity },
    ]);
    const broken: AppFiles = { ...files, ...slot, 'x/y/page.tsx': true };
    expect(findingsOf(check, broken, { next })).toMatchObject([{ highestSeverity: 'error' }]);
  });

  test('nothing at all, where no folder around has a page', () => {
    const files: AppFiles = { 'global-error.tsx': true, 'dash/@a/error.tsx': true };
    expect(findingsOf(check, files)).toEqual([]);
    const next = { version: '16.0.11' };
    expect(findingsOf(check, { ...files, 'dash/page.tsx': true }, { next })).toHaveLength(1);
  });

  test('with loose matching 16.4 asks as 16.2 does', () => {
    const files: AppFiles = { ...child, '@a/[...all]/page.tsx': true };
    const next = { version: '16.4.6', bundler: 'turbopack', looseRouteMatching: true } as const;
    expect(findingsOf(check, files, { next })).toEqual([]);
    expect(findingsOf(check, child, { next })).toMatchObject([{ impact: 'build-error' }]);
  });

  test('below a loading file the URL answers, and shows not-found in the browser', () => {
    const files: AppFiles = { ...child, 'loading.tsx': true };
    const next = { version: '15.5.29', bundler: 'webpack' } as const;
    expect(findingsOf(check, files, { next })).toMatchObject([
      { impact: 'silent', urls: ['/child'] },
    ]);
  });

  test('16.0 rejects even an empty slot folder, reported at the nearest file', () => {
    const files: AppFiles = { 'x/@a/README.md': '', 'x/child/page.tsx': true };
    const at = (version: string) => findingsOf(check, files, { next: { version } });
    expect(at('16.0.11')).toMatchObject([
      { file: 'x/child/page.tsx', segment: '/x', slot: '@a', impact: 'build-error' },
    ]);
    expect(at('16.4.6')).toEqual([]);
  });
});

test('all URLs are in the finding, the first three in the message', () => {
  const files: AppFiles = {
    ...child,
    'a/page.tsx': true,
    'b/page.tsx': true,
    'c/[id]/page.tsx': true,
  };
  const [finding] = findingsOf(check, files);
  expect(finding?.urls).toEqual(['/a', '/b', '/c/[id]', '/child']);
  expect(wordsOf(finding)).toContain('`/a`, `/b`, `/c/[id]` and 1 more');
});

test('the owner of a slot in a group is the group', () => {
  const files: AppFiles = {
    'layout.tsx': true,
    'dash/(g)/layout.tsx': true,
    'dash/(g)/page.tsx': true,
    'dash/(g)/@a/page.tsx': true,
    'dash/(g)/child/page.tsx': true,
  };
  expect(findingsOf(check, files)).toMatchObject([
    { file: 'dash/(g)/layout.tsx', segment: '/dash/(g)', slot: '@a', urls: ['/dash/child'] },
  ]);
});

test('the new file ends the finding', () => {
  expect(findingsOf(check, fixed(child, findingsOf(check, child)))).toEqual([]);
});

test('a wrong letter case has its own words and a rename', () => {
  const files: AppFiles = { ...child, '@a/Default.tsx': true };
  const [finding] = findingsOf(check, files);
  expect(finding).toMatchObject({ messageId: 'misspelled', impact: 'build-error', edits: [] });
  expect(wordsOf(finding)).toContain('Next.js ignores `Default.tsx`');
  const edits = finding?.suggestions[0]?.edits ?? [];
  expect(findingsOf(check, picked(files, edits))).toEqual([]);
});

test('a slot that matches any URL adds no routes to report', () => {
  const files: AppFiles = {
    'layout.tsx': true,
    'page.tsx': true,
    'photo/page.tsx': true,
    '@modal/[...rest]/page.tsx': true,
    '@modal/default.tsx': true,
    '@a/default.tsx': true,
  };
  for (const version of ['14.2.35', '16.2.12', '16.4.6']) {
    const next = { version, bundler: 'webpack' } as const;
    expect(findingsOf(check, files, { next })).toEqual([]);
    expect(findingsOf('require-children-default', files, { next })).toEqual([]);
  }
});

describe('what the layout renders', () => {
  const team = (layout: string): AppFiles => ({
    'layout.tsx': layout,
    'page.tsx': true,
    'child/page.tsx': true,
    '@team/page.tsx': true,
  });
  const at = (version: string, layout: string) =>
    findingsOf(check, team(layout), { next: { version } });

  test.each([
    ['does not name', 'export default ({ children }) => children;'],
    ['only asks about', 'export default ({ children, team }) => <p>{team ? 1 : 2}{children}</p>;'],
    ['logs', 'export default ({ children, team }) => { console.log(team); return children; };'],
  ])('a slot that it %s breaks no URL, now or later, unless the build fails', (_, layout) => {
    expect(at('15.5.29', layout)).toEqual([]);
    expect(at('16.4.6', layout)).toMatchObject([{ impact: 'build-error', urls: ['/child'] }]);
  });

  test.each([
    ['a choice', '({ children, team }) => (user ? children : team)'],
    ['a condition', '({ children, team }) => <>{children}{user && team}</>'],
    ['an early return', '({ children, team }) => { if (user) return team; return children; }'],
    ['notFound()', '({ children, team }) => { if (!item) return notFound(); return [team]; }'],
    ['redirect()', '({ team }) => { if (!item) { redirect("/"); } return item ? team : null; }'],
    ['nothing', '({ children, team }) => { if (!item) return null; return [children, team]; }'],
    ['a switch', '({ team }) => { switch (kind) { case 1: return team; default: return null; } }'],
    ['a variable', '({ children, team }) => { const shown = a ? team : children; return shown; }'],
  ])('a slot that it renders on some paths only breaks the URL there: %s', (_, layout) => {
    const [finding, ...more] = at('15.5.29', `export default ${layout};`);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ impact: 'not-found', urls: ['/child'] });
    expect(wordsOf(finding)).toContain('`/child` gives 404 when this layout renders `@team`');
  });

  test('a slot inside one that is never rendered is not reached either', () => {
    const files: AppFiles = {
      'layout.tsx': 'export default ({ children }) => children;',
      'page.tsx': true,
      'child/page.tsx': true,
      '@team/default.tsx': true,
      '@team/child/layout.tsx': true,
      '@team/child/page.tsx': true,
      '@team/child/@inner/other/page.tsx': true,
    };
    const next = { version: '15.5.29' };
    expect(findingsOf(check, files, { next }).filter(({ urls }) => urls.length > 0)).toEqual([]);
  });
});

describe('the next route next to it', () => {
  const beside = (slot: AppFiles, version = '16.4.6') =>
    findingsOf(check, { 'x/layout.tsx': true, 'x/page.tsx': true, ...slot }, { next: { version } });

  test.each(['14.2.35', '15.5.29', '16.2.12', '16.4.6'])('breaks on %s', (version) => {
    expect(beside({ 'x/@a/page.tsx': true }, version)).toMatchObject([
      { impact: 'future', urls: [] },
    ]);
  });

  test.each([
    ['a page and a catch-all', { 'x/@a/page.tsx': true, 'x/@a/[...all]/page.tsx': true }],
    ['both in groups', { 'x/@a/(one)/page.tsx': true, 'x/@a/(two)/[...catchAll]/page.tsx': true }],
  ] as [string, AppFiles][])('never breaks where the slot has %s', (_, slot) => {
    for (const version of ['14.2.35', '16.2.12', '16.4.6']) {
      expect(beside(slot, version)).toEqual([]);
    }
  });

  test('breaks in a slot inside a slot, and below an intercepted page nothing is said', () => {
    const files: AppFiles = {
      'layout.tsx': true,
      'default.tsx': true,
      'page.tsx': true,
      '@m/default.tsx': true,
      '@m/page.tsx': true,
      '@m/(.)x/layout.tsx': true,
      '@m/(.)x/page.tsx': true,
      '@m/(.)x/@inner/page.tsx': true,
      'x/page.tsx': true,
      '@m/x/layout.tsx': true,
      '@m/x/page.tsx': true,
      '@m/x/@deep/page.tsx': true,
    };
    expect(findingsOf(check, files, { next: { version: '15.5.29' } })).toMatchObject([
      { segment: '/@m/x', slot: '@deep', impact: 'future' },
    ]);
  });
});

test.each([
  [{}, 'Create `@a/default.tsx` (auto-fixable: `npx next-slots fix` or `eslint --fix`).'],
  [{ scaffold: false }, 'Create `@a/default.tsx` (auto-fixable: `npx next-slots fix`).'],
  [
    { template: './gone.tsx' },
    'Create `@a/default.tsx` by hand, since the template `./gone.tsx` does not exist.',
  ],
])('says who creates the file: %j', (options, words) => {
  const [finding] = findingsOf(check, child, { options });
  expect(wordsOf(finding)).toContain(words);
});
