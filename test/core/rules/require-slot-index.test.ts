import { expect, test } from 'vitest';
import { findingsOf, type AppFiles, wordsOf } from '../../harness/findings.js';

const check = 'require-slot-index';

const crumbs: AppFiles = {
  'layout.tsx': true,
  'page.tsx': true,
  'about/page.tsx': true,
  '@crumbs/default.tsx': true,
  '@crumbs/[...all]/page.tsx': true,
};

test('a catch-all leaves the owner’s own URL to the default', () => {
  const findings = findingsOf(check, crumbs);
  expect(findings).toMatchObject([
    { file: 'layout.tsx', segment: '/', slot: '@crumbs', impact: 'silent', urls: ['/'] },
  ]);
  expect(wordsOf(findings[0])).toContain('Create `@crumbs/page.tsx`');
});

test('below another URL, and with the catch-all in a route group', () => {
  const files: AppFiles = {
    'layout.tsx': true,
    'page.tsx': true,
    'docs/[id]/layout.tsx': true,
    'docs/[id]/page.tsx': true,
    'docs/[id]/edit/page.tsx': true,
    'docs/[id]/@crumbs/default.tsx': true,
    'docs/[id]/@crumbs/(g)/[...all]/page.tsx': true,
  };
  expect(findingsOf(check, files)).toMatchObject([{ urls: ['/docs/[id]'] }]);
});

test('a page of its own, an optional catch-all and no page there are fine', () => {
  const { 'page.tsx': _, '@crumbs/[...all]/page.tsx': __, ...rest } = crumbs;
  expect(findingsOf(check, { ...crumbs, '@crumbs/page.tsx': true })).toEqual([]);
  expect(findingsOf(check, { ...rest, '@crumbs/[[...all]]/page.tsx': true })).toEqual([]);
  expect(findingsOf(check, { ...rest, '@crumbs/[...all]/page.tsx': true })).toEqual([]);
});

test('a slot of modals is left to no-lingering-modal', () => {
  const files: AppFiles = { ...crumbs, '@crumbs/(.)about/page.tsx': true };
  expect(findingsOf(check, files)).toEqual([]);
});

test('up to 14.0.1 the catch-all fills no URL of other pages', () => {
  const next = { version: '13.5.11', bundler: 'webpack' } as const;
  expect(findingsOf(check, crumbs, { next })).toEqual([]);
});
