import { describe, expect, test } from 'vitest';
import { findingsOf, picked, type AppFiles, wordsOf } from '../../harness/findings.js';

const check = 'valid-interception';

const feed = {
  'layout.tsx': true,
  'page.tsx': true,
  'feed/layout.tsx': true,
  'feed/page.tsx': true,
  'feed/@modal/default.tsx': true,
} satisfies AppFiles;

test('a marker that counts URL parts, past slots and groups, is fine', () => {
  const files: AppFiles = {
    ...feed,
    'feed/(g)/@modal/(..)photo/[id]/page.tsx': true,
    'photo/[id]/page.tsx': true,
  };
  expect(findingsOf(check, files)).toEqual([]);
});

describe('a marker that counts the slot folder too', () => {
  const files: AppFiles = {
    ...feed,
    'feed/@modal/(..)(..)photo/[id]/page.tsx': true,
    'photo/[id]/page.tsx': true,
  };

  test.each(['14.2.35', '16.4.6'])('reaches above the app directory on %s', (version) => {
    const findings = findingsOf(check, files, { next: { version } });
    expect(findings).toMatchObject([
      {
        messageId: 'tooFarUp',
        file: 'feed/@modal/(..)(..)photo/[id]/page.tsx',
        impact: 'build-error',
        urls: ['/feed/(..)(..)photo/[id]'],
      },
    ]);
    expect(wordsOf(findings[0])).toContain('Use the marker `(..)` to intercept `/photo/[id]`.');
  });

  test('the marker that would do is offered as a rename of the folder', () => {
    const [finding] = findingsOf(check, files);
    expect(finding?.suggestions).toHaveLength(1);
    expect(finding?.suggestions[0]?.edits).toEqual([
      {
        kind: 'renameFile',
        from: 'feed/@modal/(..)(..)photo',
        to: 'feed/@modal/(..)photo',
      },
    ]);
    expect(findingsOf(check, picked(files, finding?.suggestions[0]?.edits ?? []))).toEqual([]);
  });

  test('no rename onto a folder that is there already', () => {
    const taken: AppFiles = { ...files, 'feed/@modal/(..)photo/page.tsx': true };
    const finding = findingsOf(check, taken).find(({ messageId }) => messageId === 'tooFarUp');
    expect(finding?.suggestions).toEqual([]);
  });
});

describe('a URL without a page of its own', () => {
  const files: AppFiles = { ...feed, 'feed/@modal/(.)photo/page.tsx': true };

  test('strict matching rejects it', () => {
    const findings = findingsOf(check, files);
    expect(findings).toMatchObject([
      { messageId: 'noPage', impact: 'build-error', urls: ['/feed/(.)photo'], suggestions: [] },
    ]);
    expect(wordsOf(findings[0])).toContain('intercepts `/feed/photo`');
  });

  test('before, a reload does not find it', () => {
    expect(
      findingsOf(check, files, { next: { version: '15.5.29', bundler: 'webpack' } }),
    ).toMatchObject([{ messageId: 'noPage', impact: 'not-found', urls: ['/feed/photo'] }]);
  });

  test('a dynamic route or a catch-all answers it as well', () => {
    expect(findingsOf(check, { ...files, 'feed/[id]/page.tsx': true })).toEqual([]);
    expect(findingsOf(check, { ...files, 'feed/[...all]/page.tsx': true })).toEqual([]);
  });

  test('a page that Next.js rejects is reported as such', () => {
    const broken: AppFiles = {
      ...files,
      'feed/photo/page.tsx': true,
      'feed/@a/page.tsx': true,
    };
    expect(findingsOf(check, broken)).toMatchObject([{ messageId: 'brokenPage' }]);
  });
});

describe('under a static export', () => {
  const files: AppFiles = {
    ...feed,
    'feed/@modal/(.)photo/page.tsx': true,
    'feed/photo/page.tsx': true,
  };

  test.each([
    ['15.1.0', 'silent'],
    ['15.2.0', 'build-error'],
    ['16.4.6', 'build-error'],
  ] as const)('%s: %s', (version, impact) => {
    expect(findingsOf(check, files, { next: { version, output: 'export' } })).toMatchObject([
      { messageId: 'staticExport', impact, urls: ['/feed/(.)photo'] },
    ]);
    expect(findingsOf(check, files, { next: { version } })).toEqual([]);
  });
});

describe('folders in a different order from those of the page', () => {
  test.each([
    ['(.)edit/[id]', '[id]/edit', '(.)[id]/edit'],
    ['(.)edit/[photo]', '[id]/edit', '(.)[id]/edit'],
    ['(...)b/[x]/a', 'a/b/[x]', '(...)a/b/[x]'],
  ])('%s beside %s', (intercepting, page, folders) => {
    const files: AppFiles = {
      'layout.tsx': true,
      'page.tsx': true,
      [`${page}/page.tsx`]: true,
      '@modal/default.tsx': true,
      [`@modal/${intercepting}/page.tsx`]: true,
    };
    const findings = findingsOf(check, files);
    expect(findings).toMatchObject([{ messageId: 'noPage', impact: 'build-error' }]);
    expect(wordsOf(findings[0])).toContain(
      `Move the intercepting page to \`${folders}\` to intercept`,
    );
  });
});

test('a marker too high fails the build even above a layout without any page', () => {
  const files: AppFiles = {
    'layout.tsx': true,
    'page.tsx': true,
    'a/page.tsx': true,
    'a/(..)(..)z/layout.tsx': true,
  };
  expect(findingsOf(check, files)).toMatchObject([
    { messageId: 'tooFarUp', impact: 'build-error', file: 'a/(..)(..)z/layout.tsx' },
  ]);
  expect(findingsOf(check, files, { next: { version: '14.2.35' } })).toEqual([]);
  expect(findingsOf(check, { ...files, 'a/(..)(..)z/page.tsx': true })).toHaveLength(1);
});

test('below a folder with an escaped underscore nothing is ever intercepted', () => {
  const files: AppFiles = {
    'layout.tsx': true,
    'page.tsx': true,
    '%5Fshop/layout.tsx': true,
    '%5Fshop/page.tsx': true,
    '%5Fshop/cart/page.tsx': true,
    '%5Fshop/@modal/default.tsx': true,
    '%5Fshop/@modal/(.)cart/page.tsx': true,
  };
  const findings = findingsOf(check, files);
  expect(findings).toMatchObject([
    { messageId: 'escapedFolder', impact: 'silent', urls: ['/_shop/(.)cart'] },
  ]);
  expect(wordsOf(findings[0])).toBe(
    '`/_shop/(.)cart` is below the folder `/%5Fshop`: Next.js 16.4.6 never intercepts `/_shop/cart` from there. Give the folder a name without `%5F`.',
  );
  // Behind the marker, the name is the target's own, and is found.
  const target: AppFiles = {
    ...feed,
    'feed/%5Fcart/page.tsx': true,
    'feed/@modal/(.)%5Fcart/page.tsx': true,
  };
  expect(findingsOf(check, target)).toEqual([]);
});
