import { describe, expect, test } from 'vitest';
import { findingsOf, type AppFiles, wordsOf } from '../../harness/findings.js';

const check = 'no-slot-metadata-conflict';

const component = 'export default function Page() {\n  return null;\n}\n';
const title = `export const metadata = { title: 'One' };\n${component}`;
const generated = `export async function generateMetadata({ params }) {
  const { id } = await params;
  if (!id) return {};
  return { title: id, description: 'of one' };
}
${component}`;

const app: AppFiles = {
  'layout.tsx': true,
  'page.tsx': title,
  '@team/page.tsx': title,
  '@team/default.tsx': true,
};

test.each([
  ['turbopack', '@team/page.tsx'],
  ['webpack', 'page.tsx'],
] as const)('with %s the title of %s counts', (bundler, winner) => {
  const findings = findingsOf(check, app, { next: { bundler } });
  expect(findings).toMatchObject([
    { file: '@team/page.tsx', slot: '@team', segment: '/', impact: 'silent', urls: ['/'] },
  ]);
  expect(wordsOf(findings[0])).toContain(`uses \`${winner}\``);
});

test("a default's metadata beats the page at every URL that it is shown at", () => {
  const files = {
    ...app,
    'about/page.tsx': generated,
    'team/page.tsx': `export const metadata: Metadata = { description: 'x' } satisfies Metadata;\n${component}`,
    '@team/page.tsx': true,
    '@team/default.tsx': title,
  } as const;
  const findings = findingsOf(check, files);
  expect(findings).toMatchObject([{ file: '@team/default.tsx', urls: ['/about'] }]);
  expect(wordsOf(findings[0])).toContain('uses `@team/default.tsx`');
});

test('two slots, at one of them', () => {
  const files = { ...app, 'page.tsx': true, '@a/page.tsx': title, '@a/default.tsx': true } as const;
  expect(findingsOf(check, files)).toMatchObject([{ file: '@team/page.tsx', slot: '@team' }]);
});

describe('is silent', () => {
  test.each([
    ['other keys', `export const metadata = { description: 'x' };\n${component}`],
    ['a key without a value', `export const metadata = { title: undefined };\n${component}`],
    ['a computed object', `export const metadata = make({ title: 'x' });\n${component}`],
    ['a name of its own', `const metadata = { title: 'x' };\n${component}`],
    ['a nested key', `export const metadata = { openGraph: { title: 'x' } };\n${component}`],
    [
      'an object that is not returned',
      `export function generateMetadata() { const f = () => ({ title: 'x' }); return f(); }\n${component}`,
    ],
  ])('about %s', (_, text) => {
    expect(findingsOf(check, { ...app, '@team/page.tsx': text })).toEqual([]);
  });

  test('about files that are never shown together', () => {
    const files = { ...app, 'page.tsx': true, 'about/page.tsx': title } as const;
    expect(findingsOf(check, files)).toEqual([]);
  });

  test('about intercepting routes', () => {
    const files = {
      ...app,
      '@team/page.tsx': true,
      '@team/(.)photo/page.tsx': title,
      'photo/page.tsx': title,
    } as const;
    expect(findingsOf(check, files)).toEqual([]);
  });
});
