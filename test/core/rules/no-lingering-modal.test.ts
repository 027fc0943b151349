import { describe, expect, test } from 'vitest';
import { findingsOf, fixed, type AppFiles, wordsOf } from '../../harness/findings.js';

const check = 'no-lingering-modal';

/** The oracle's tree s5: a modal with nothing but a default. */
const modal: AppFiles = {
  'layout.tsx': true,
  'page.tsx': true,
  '@m/default.tsx': true,
  '@m/(.)photo/page.tsx': true,
  'photo/page.tsx': true,
  'about/page.tsx': true,
};

test('with only a default the modal stays everywhere but where it opens', () => {
  const findings = findingsOf(check, modal);
  expect(findings).toMatchObject([
    { file: 'layout.tsx', segment: '/', slot: '@m', impact: 'silent', urls: ['/', '/about'] },
  ]);
  expect(wordsOf(findings[0])).toContain('(.)photo');
  expect(wordsOf(findings[0])).toContain('`@m/[...catchAll]/page.tsx` and `@m/page.tsx`');
});

test('with a catch-all it stays at the owner’s own URL, with a page only there it closes', () => {
  const at = (files: AppFiles) => findingsOf(check, { ...modal, ...files }).map(({ urls }) => urls);
  expect(at({ '@m/[...all]/page.tsx': true })).toEqual([['/']]);
  expect(at({ '@m/page.tsx': true })).toEqual([['/about']]);
  expect(at({ '@m/page.tsx': true, '@m/[...all]/page.tsx': true })).toEqual([]);
});

test('is silent about intercepting routes that Next.js never takes', () => {
  const next = { version: '15.5.29', bundler: 'webpack' } as const;
  const urlsOf = (files: AppFiles, more = {}) =>
    findingsOf(check, files, { next: { ...next, ...more } }).map(({ urls }) => urls);
  expect(urlsOf(modal)).toEqual([['/', '/about']]);
  expect(urlsOf(modal, { output: 'export' })).toEqual([]);
  expect(urlsOf(modal, { i18n: true })).toEqual([]);

  const below = (folder: string): AppFiles => ({
    'layout.tsx': true,
    [`${folder}/layout.tsx`]: true,
    [`${folder}/page.tsx`]: true,
    [`${folder}/about/page.tsx`]: true,
    [`${folder}/@m/default.tsx`]: true,
    [`${folder}/@m/(...)photo/page.tsx`]: true,
    'photo/page.tsx': true,
  });
  expect(urlsOf(below('shop'))).toEqual([['/shop', '/shop/about']]);
  expect(urlsOf(below('[shop]'))).toEqual([]);
});

test('says who creates what is missing: ESLint makes no folders', () => {
  const [both] = findingsOf(check, modal);
  expect(wordsOf(both)).toContain(
    '`@m/page.tsx` that return `null` (auto-fixable: `npx next-slots fix`)',
  );
  const [page] = findingsOf(check, { ...modal, '@m/[...all]/page.tsx': true });
  expect(wordsOf(page)).toContain(
    '`@m/page.tsx` that returns `null` (auto-fixable: `npx next-slots fix` or `eslint --fix`)',
  );
});

describe.each([
  ['14.2.35', 'webpack'],
  ['16.2.12', 'turbopack'],
  ['16.4.6', 'turbopack'],
  ['16.4.6', 'webpack'],
] as const)('on %s with %s', (version, bundler) => {
  const next = { version, bundler };
  test('the scaffolded pages close it and bring nothing new', () => {
    const after = fixed(modal, findingsOf(check, modal, { next }));
    expect(Object.keys(after).slice(Object.keys(modal).length)).toEqual([
      '@m/[...catchAll]/page.tsx',
      '@m/page.tsx',
    ]);
    for (const name of [
      check,
      'require-slot-default',
      'require-children-default',
      'no-unreachable-page',
      'valid-interception',
    ] as const) {
      expect(findingsOf(name, after, { next })).toEqual([]);
    }
  });
});

test('the new catch-all has the name of an existing one', () => {
  const files: AppFiles = { ...modal, '[...slug]/page.tsx': true };
  const [finding] = findingsOf(check, files);
  expect(finding?.edits.map(({ file }) => file)).toContain('@m/[...slug]/page.tsx');
});

test('next to an optional catch-all, nothing is scaffolded', () => {
  const files: AppFiles = {
    'layout.tsx': true,
    '[[...slug]]/page.tsx': true,
    '@m/default.tsx': true,
    '@m/(.)photo/page.tsx': true,
    'photo/page.tsx': true,
  };
  expect(findingsOf(check, files)).toMatchObject([{ urls: ['/[[...slug]]'], edits: [] }]);
});

describe('two route groups, each with a modal of its own', () => {
  const files: AppFiles = {
    'layout.tsx': true,
    'page.tsx': true,
    '(a)/layout.tsx': true,
    '(a)/a1/page.tsx': true,
    '(a)/a2/page.tsx': true,
    '(a)/@m/default.tsx': true,
    '(a)/@m/(.)a2/page.tsx': true,
    '(b)/layout.tsx': true,
    '(b)/b1/page.tsx': true,
    '(b)/b2/page.tsx': true,
    '(b)/@m/default.tsx': true,
    '(b)/@m/(.)b2/page.tsx': true,
  };

  test.each([
    ['15.5.29', 'webpack', 1],
    ['16.4.6', 'turbopack', 2],
    ['16.4.6', 'webpack', 0],
  ] as const)('%s with %s: no catch-all that takes from another', (version, bundler, created) => {
    const next = { version, bundler };
    const findings = findingsOf(check, files, { next });
    expect(findings).toHaveLength(2);
    expect(findings.flatMap(({ edits }) => edits)).toHaveLength(created);
    const told = findings.filter((found) => wordsOf(found)?.includes('`usePathname()`'));
    expect(told).toHaveLength(2 - created);
    const only = { options: { only: 'fixable' }, next };
    expect(findingsOf(check, files, only)).toHaveLength(created);
  });
});

test('a default of `children` would answer 200 at every URL of a catch-all, so none is scaffolded', () => {
  const files: AppFiles = { ...modal, 'default.tsx': true };
  expect(findingsOf(check, files)).toMatchObject([{ urls: ['/', '/about'], edits: [] }]);
});

test('a default of `children` that leads to not-found keeps the 404', () => {
  const text =
    "import { notFound } from 'next/navigation';\n\nexport default function Default() {\n  return notFound();\n}\n";
  const [finding] = findingsOf(check, { ...modal, 'default.tsx': text });
  expect(finding?.edits).toHaveLength(2);
});

test('no catch-all that takes URLs from a dynamic route', () => {
  const files: AppFiles = {
    'layout.tsx': true,
    'page.tsx': true,
    '[a]/[b]/page.tsx': true,
    'x/layout.tsx': true,
    'x/page.tsx': true,
    'x/photo/page.tsx': true,
    'x/about/page.tsx': true,
    'x/@m/default.tsx': true,
    'x/@m/(.)photo/page.tsx': true,
  };
  const created = (version: string) =>
    findingsOf(check, files, { next: { version } }).flatMap(({ edits }) => edits).length;
  // Strict matching drops the URL of the catch-all, loose matching answers it with not-found.
  expect(created('16.4.6')).toBe(2);
  expect(created('16.2.12')).toBe(0);
});

test('on 13.5 a catch-all fills no other URL, so none is scaffolded', () => {
  const next = { version: '13.5.11', bundler: 'webpack' } as const;
  expect(findingsOf(check, modal, { next })).toMatchObject([{ urls: ['/', '/about'], edits: [] }]);
});

test('webpack: a page in a slot of the same name keeps the catch-all from its URL', () => {
  const files: AppFiles = {
    ...modal,
    'about/layout.tsx': true,
    'about/@m/page.tsx': true,
    'about/@m/default.tsx': true,
  };
  const edits = (bundler: 'turbopack' | 'webpack') =>
    findingsOf(check, files, { next: { bundler } }).map((finding) => finding.edits.length);
  expect(edits('turbopack')).toEqual([2]);
  expect(edits('webpack')).toEqual([0]);
});

test('a modal closes where the layout around it goes away', () => {
  const files: AppFiles = {
    'layout.tsx': true,
    'page.tsx': true,
    'feed/layout.tsx': true,
    'feed/page.tsx': true,
    'feed/@m/default.tsx': true,
    'feed/@m/(..)photo/[id]/page.tsx': true,
    'photo/[id]/page.tsx': true,
  };
  expect(findingsOf(check, files)).toMatchObject([
    { segment: '/feed', slot: '@m', urls: ['/feed'], edits: [{ file: 'feed/@m/page.tsx' }] },
  ]);
});

test('a modal in a slot that is itself left as it is stays with it, and nothing in it helps', () => {
  const files: AppFiles = {
    'layout.tsx': true,
    'page.tsx': true,
    'about/page.tsx': true,
    'photo/page.tsx': true,
    '@panel/default.tsx': true,
    '@panel/page.tsx': true,
    '@panel/layout.tsx': true,
    '@panel/@m/default.tsx': true,
    '@panel/@m/page.tsx': true,
    '@panel/@m/(.)photo/page.tsx': true,
  };
  expect(findingsOf(check, files, { next: { bundler: 'webpack' } })).toMatchObject([
    { segment: '/@panel', slot: '@m', urls: ['/about'], edits: [] },
  ]);
});

test('the next picture of a gallery takes the place of the one before', () => {
  const files: AppFiles = {
    ...modal,
    '@m/(.)photo/page.tsx': true,
    '@m/(.)photo/[id]/page.tsx': true,
    'photo/[id]/page.tsx': true,
    'photo/new/page.tsx': true,
  };
  expect(findingsOf(check, files).map(({ urls }) => urls)).toEqual([['/', '/about']]);
});

test('without a layout nothing renders the slot, so nothing stays', () => {
  const { 'layout.tsx': _, ...files } = modal;
  expect(findingsOf(check, files)).toEqual([]);
});
