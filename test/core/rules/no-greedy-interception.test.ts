import { expect, test } from 'vitest';
import { findingsOf, type AppFiles, wordsOf } from '../../harness/findings.js';

const check = 'no-greedy-interception';

const users: AppFiles = {
  'layout.tsx': true,
  'page.tsx': true,
  'users/page.tsx': true,
  'users/new/page.tsx': true,
  'users/[id]/page.tsx': true,
  '@modal/default.tsx': true,
  '@modal/users/(.)[id]/page.tsx': true,
};

test('a dynamic segment also intercepts a static page', () => {
  const findings = findingsOf(check, users);
  expect(findings).toMatchObject([
    { file: '@modal/users/(.)[id]/page.tsx', impact: 'silent', urls: ['/users/new'] },
  ]);
  expect(wordsOf(findings[0])).toContain('`/users/(.)[id]` also intercepts `/users/new`');
});

test('a catch-all intercepts all pages below', () => {
  const files: AppFiles = {
    'layout.tsx': true,
    'page.tsx': true,
    'docs/[...path]/page.tsx': true,
    'docs/[id]/edit/page.tsx': true,
    'docs/new/page.tsx': true,
    '@modal/default.tsx': true,
    '@modal/(.)docs/[...path]/page.tsx': true,
  };
  expect(findingsOf(check, files)).toMatchObject([{ urls: ['/docs/[id]/edit', '/docs/new'] }]);
});

test('a page with an intercepting route of its own is meant to be intercepted', () => {
  const files: AppFiles = { ...users, '@modal/users/(.)new/page.tsx': true };
  expect(findingsOf(check, files)).toEqual([]);
});

test('other pages, deeper pages and route handlers are not taken', () => {
  const { 'users/new/page.tsx': _, ...rest } = users;
  const files: AppFiles = {
    ...rest,
    'users/[id]/edit/page.tsx': true,
    'users/export/route.ts': true,
    'about/page.tsx': true,
  };
  expect(findingsOf(check, files)).toEqual([]);
});

test('a page in a folder next to a dynamic segment above the marker is not intercepted', () => {
  const files: AppFiles = {
    'layout.tsx': true,
    '[lang]/layout.tsx': true,
    '[lang]/page.tsx': true,
    '[lang]/p/[id]/page.tsx': true,
    '[lang]/@modal/default.tsx': true,
    '[lang]/@modal/(.)p/[id]/page.tsx': true,
    'docs/p/x/page.tsx': true,
  };
  expect(findingsOf(check, files)).toEqual([]);
});
