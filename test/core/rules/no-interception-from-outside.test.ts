import { describe, expect, test } from 'vitest';
import { findingsOf, type AppFiles, wordsOf } from '../../harness/findings.js';

const check = 'no-interception-from-outside';

const feed: AppFiles = {
  'layout.tsx': true,
  'page.tsx': true,
  'x/page.tsx': true,
  'photo/page.tsx': true,
  '(feed)/layout.tsx': true,
  '(feed)/feed/page.tsx': true,
  '(feed)/@m/default.tsx': true,
  '(feed)/@m/(.)photo/page.tsx': true,
};
const next = (version: string) =>
  ({ version, bundler: version < '16' ? 'webpack' : 'turbopack' }) as const;

test.each(['14.2.35', '15.5.29', '16.4.6'])('pages next to the group, on %s', (version) => {
  expect(findingsOf(check, feed, { next: next(version) })).toMatchObject([
    {
      file: '(feed)/@m/(.)photo/page.tsx',
      segment: '/(feed)',
      slot: '@m',
      impact: 'silent',
      urls: ['/', '/x'],
    },
  ]);
});

test.each([
  ['15.5.29', 'opens `@m` with the not-found page as `children`.'],
  ['16.0.11', 'opens `@m` with the not-found page as `children`.'],
  ['16.2.12', 'opens `@m` and leaves `children` empty.'],
  ['16.4.6', 'opens `@m` and leaves `children` empty.'],
])('says what the navigation shows, on %s', (version, consequence) => {
  const [finding] = findingsOf(check, feed, { next: next(version) });
  expect(finding?.message).toContain(`to \`/photo\` ${consequence}`);
});

test('further down the whole page is not found, unless the layout has a not-found file', () => {
  const below = Object.fromEntries(Object.keys(feed).map((file) => [`o/${file}`, true as const]));
  const messageOf = (files: AppFiles) =>
    findingsOf(check, files, { next: next('15.5.29') })[0]?.message;
  expect(messageOf(below)).toContain('to `/o/photo` renders the not-found page.');
  expect(messageOf({ ...below, 'o/(feed)/not-found.tsx': true })).toContain(
    'opens `@m` with the not-found page as `children`.',
  );
});

describe('a default of `children`', () => {
  const files: AppFiles = { ...feed, '(feed)/default.tsx': true };

  test.each([
    ['14.2.35', 0],
    ['15.5.29', 0],
    ['16.0.11', 0],
    ['16.2.12', 0],
    ['16.4.6', 1],
  ])('%s: %i findings', (version, count) => {
    const findings = findingsOf(check, files, { next: next(version) });
    expect(findings).toHaveLength(count);
    expect(findings.filter((found) => !wordsOf(found)?.includes('Move `@m` up'))).toEqual([]);
  });

  test('is advised where it helps', () => {
    const [finding] = findingsOf(check, feed, { next: next('15.5.29') });
    expect(wordsOf(finding)).toContain('Create `(feed)/default.tsx`');
  });
});

test('a slot of the app directory has every page inside its layout', () => {
  const files: AppFiles = {
    'layout.tsx': true,
    'page.tsx': true,
    'x/page.tsx': true,
    'photo/page.tsx': true,
    '@m/default.tsx': true,
    '@m/(.)photo/page.tsx': true,
  };
  expect(findingsOf(check, files)).toEqual([]);
});

test('a slot of a folder has every page at and below its URL inside its layout', () => {
  const files: AppFiles = {
    'layout.tsx': true,
    'page.tsx': true,
    'feed/layout.tsx': true,
    'feed/page.tsx': true,
    'feed/x/page.tsx': true,
    'feed/@m/default.tsx': true,
    'feed/@m/(..)photo/page.tsx': true,
    'photo/page.tsx': true,
  };
  expect(findingsOf(check, files)).toEqual([]);
});

test('between two root layouts the browser loads afresh', () => {
  const files: AppFiles = {
    '(feed)/layout.tsx': true,
    '(feed)/feed/page.tsx': true,
    '(feed)/photo/page.tsx': true,
    '(feed)/@m/default.tsx': true,
    '(feed)/@m/(.)photo/page.tsx': true,
    '(other)/layout.tsx': true,
    '(other)/x/page.tsx': true,
  };
  expect(findingsOf(check, files)).toEqual([]);
});
