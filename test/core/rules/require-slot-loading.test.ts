import { describe, expect, test } from 'vitest';
import { findingsOf, fixed, picked, type AppFiles, wordsOf } from '../../harness/findings.js';

const check = 'require-slot-loading';

const slow: AppFiles = {
  'layout.tsx': true,
  'dash/layout.tsx': true,
  'dash/page.tsx': true,
  'dash/@team/page.tsx': true,
  'dash/@team/members/page.tsx': true,
};

describe('what happens without', () => {
  test('the whole page waits', () => {
    expect(findingsOf(check, slow)).toMatchObject([
      {
        messageId: 'missing',
        file: 'dash/layout.tsx',
        segment: '/dash',
        slot: '@team',
        impact: 'silent',
        urls: ['/dash', '/dash/members'],
        message: expect.stringContaining(
          'while its `page.tsx` (or 1 more page) loads, the whole page waits.',
        ) as string,
      },
    ]);
  });

  test('the nearest loading file above replaces the whole layout', () => {
    const files: AppFiles = { ...slow, 'loading.tsx': true };
    const [finding] = findingsOf(check, files);
    expect(wordsOf(finding)).toContain('loads, `loading.tsx` replaces the whole layout');
  });
});

describe('inherit', () => {
  test("the owner's file counts, since Next shows it inside the slot", () => {
    expect(findingsOf(check, { ...slow, 'dash/loading.tsx': true })).toEqual([]);
  });

  test('a file further down counts for the pages below it', () => {
    const files: AppFiles = {
      ...slow,
      'dash/@team/(g)/reports/page.tsx': true,
      'dash/@team/(g)/loading.tsx': true,
      'dash/@team/members/loading.tsx': true,
    };
    expect(findingsOf(check, files)).toMatchObject([{ urls: ['/dash'] }]);
  });

  test('an owner that is a group has no part in what lies around the group', () => {
    const files: AppFiles = {
      'layout.tsx': true,
      'dash/loading.tsx': true,
      'dash/(g)/layout.tsx': true,
      'dash/(g)/@team/page.tsx': true,
    };
    expect(findingsOf(check, files)).toMatchObject([{ segment: '/dash/(g)' }]);
  });

  test('false requires a file in the slot folder itself', () => {
    const files: AppFiles = { ...slow, 'dash/loading.tsx': true };
    const options = { inherit: false };
    expect(findingsOf(check, files, { options })).toMatchObject([
      {
        message: expect.stringContaining(
          "the slot falls back to the layout's own `loading`",
        ) as string,
      },
    ]);
    const own: AppFiles = { ...files, 'dash/@team/loading.tsx': true };
    expect(findingsOf(check, own, { options })).toEqual([]);
  });
});

test('the new file ends the finding', () => {
  const after = fixed(slow, findingsOf(check, slow));
  expect(after['dash/@team/loading.tsx']).toBe(
    "export default function Loading() {\n  return 'Loading…';\n}\n".replaceAll("'", '"'),
  );
  expect(findingsOf(check, after)).toEqual([]);
});

test('the new file of a slot that intercepts shows nothing', () => {
  const files: AppFiles = { ...slow, 'dash/@team/(.)photo/page.tsx': true };
  const after = fixed(files, findingsOf(check, files));
  expect(after['dash/@team/loading.tsx']).toContain('return null;');
});

test('a file in the wrong letter case is renamed', () => {
  const files: AppFiles = { ...slow, 'dash/@team/Loading.tsx': true };
  const [finding] = findingsOf(check, files);
  expect(finding).toMatchObject({ messageId: 'misspelled', edits: [] });
  const after = picked(files, finding?.suggestions[0]?.edits ?? []);
  expect(findingsOf(check, after)).toEqual([]);
});

test.each([
  ['a slot without pages', { 'dash/layout.tsx': true, 'dash/@team/default.tsx': true }],
  ['a slot that nothing renders', { 'dash/page.tsx': true, 'dash/@team/page.tsx': true }],
  [
    'pages of a slot inside, which has a layout of its own to hold up',
    {
      'dash/layout.tsx': true,
      'dash/@team/layout.tsx': true,
      'dash/@team/loading.tsx': true,
      'dash/@team/@inner/page.tsx': true,
    },
  ],
] satisfies [string, AppFiles][])('silent: %s', (_name, files) => {
  expect(findingsOf(check, { 'layout.tsx': true, ...files })).toEqual([]);
});

test('an intercepting route holds up the layout as well, at no URL of its own', () => {
  const files: AppFiles = {
    'layout.tsx': true,
    'feed/layout.tsx': true,
    'feed/@modal/(.)photo/[id]/page.tsx': true,
  };
  expect(findingsOf(check, files)).toMatchObject([
    {
      slot: '@modal',
      urls: [],
      message: expect.stringContaining(
        'while its `(.)photo/[id]/page.tsx` loads, the whole page waits',
      ) as string,
    },
  ]);
});

describe("only: 'async' and Suspense", () => {
  const page = (element: string) =>
    `import { Suspense } from 'react';
import * as React from 'react';
async function Members() { return (await fetch('/members')).text(); }
async function load() { return 'x'; }
export default ${element.includes('await') ? 'async ' : ''}function Page() { return ${element}; }
`;
  const files = (element: string): AppFiles => ({
    'layout.tsx': true,
    'dash/layout.tsx': true,
    'dash/@team/page.tsx': page(element),
  });
  const options = { only: 'async' };

  test.each([
    '<Suspense fallback={null}><p><Members /></p></Suspense>',
    '<React.Suspense><Members /></React.Suspense>',
  ])('%s holds up nobody, and may fail all the same', (element) => {
    expect(findingsOf(check, files(element), { options })).toEqual([]);
    expect(findingsOf('require-slot-error', files(element), { options })).toHaveLength(1);
  });

  test.each([
    '<Members />',
    '<><Members /><Suspense><Members /></Suspense></>',
    '<Suspense fallback={<Members />}><p /></Suspense>',
    '<Suspense>{await load()}</Suspense>',
    '<Foreign.Suspense><Members /></Foreign.Suspense>',
  ])('%s waits outside of it', (element) => {
    expect(findingsOf(check, files(element), { options })).toHaveLength(1);
  });
});
