import { describe, expect, test } from 'vitest';
import { findingsOf, type AppFiles } from '../../harness/findings.js';

const check = 'no-unused-slot-file';

const app: AppFiles = {
  'layout.tsx': true,
  'page.tsx': true,
  'loading.tsx': true,
  '@a/default.tsx': true,
};

test.each(['layout', 'template', 'loading', 'error'])('%s next to only a default', (name) => {
  expect(findingsOf(check, { ...app, [`@a/${name}.tsx`]: true })).toMatchObject([
    { file: `@a/${name}.tsx`, segment: '/', slot: '@a', impact: 'silent' },
  ]);
});

test('in a folder of the slot without a page, even next to a route handler', () => {
  const files = {
    ...app,
    '@a/page.tsx': true,
    '@a/x/loading.tsx': true,
    '@a/x/(g)/error.tsx': true,
    '@a/x/route.ts': true,
  } as const;
  expect(findingsOf(check, files).map(({ file }) => file)).toEqual([
    '@a/x/(g)/error.tsx',
    '@a/x/loading.tsx',
  ]);
});

describe('files that wrap a page are not reported', () => {
  test.each(['@a/page.tsx', '@a/(g)/x/page.tsx', '@a/(.)photo/page.tsx', '@a/@b/page.tsx'])(
    '%s',
    (page) => {
      expect(findingsOf(check, { ...app, '@a/loading.tsx': true, [page]: true })).toEqual([]);
    },
  );

  test('outside slots', () => {
    expect(findingsOf(check, { ...app, 'x/layout.tsx': true })).toEqual([]);
  });
});
