import { describe, expect, test } from 'vitest';
import { findingsOf, fixed, type AppFiles } from '../../harness/findings.js';

const check = 'require-slot-error';

const failing: AppFiles = {
  'layout.tsx': true,
  'dash/layout.tsx': true,
  'dash/page.tsx': true,
  'dash/@team/page.tsx': true,
};
const boundary = "'use client';\n\nexport default function E() {\n  return 'Sorry';\n}\n";

describe('what happens without', () => {
  const messageFor = (files: AppFiles) => findingsOf(check, { ...failing, ...files })[0]?.message;

  test('the whole page dies', () => {
    expect(messageFor({})).toContain(
      'when dash/@team/page.tsx (/dash) throws, the whole page is replaced by "This page couldn’t load"',
    );
  });

  test.each(['14.2.35', '16.1.7'])('Next %s says so in other words', (version) => {
    expect(findingsOf(check, failing, { next: { version } })[0]?.message).toContain(
      'throws, the whole page is replaced by "Application error"',
    );
  });

  test('the global error file replaces everything', () => {
    expect(messageFor({ 'global-error.tsx': boundary })).toContain(
      'global-error.tsx replaces the whole layout',
    );
  });

  test('the nearest error file above replaces the layout', () => {
    expect(messageFor({ 'error.tsx': boundary, 'global-error.tsx': boundary })).toContain(
      'throws, error.tsx replaces the whole layout, the other slots included',
    );
  });
});

test("the owner's file counts, unless every slot shall have its own", () => {
  const files = { ...failing, 'dash/error.tsx': boundary };
  expect(findingsOf(check, files)).toEqual([]);
  expect(findingsOf(check, files, { options: { inherit: false } })).toMatchObject([
    { messageId: 'missing', slot: '@team', segment: '/dash', urls: ['/dash'] },
  ]);
});

test.each([
  ['dash/layout.tsx', 'dash/@team/error.tsx', 'error: Error & { digest?: string };'],
  ['dash/layout.jsx', 'dash/@team/error.jsx', 'ErrorBoundary({ error, reset }) {'],
])('beside %s the new file is %s and ends the finding', (layout, created, part) => {
  const { 'dash/layout.tsx': _, ...rest } = failing;
  const files: AppFiles = { ...rest, [layout]: true };
  const after = fixed(files, findingsOf(check, files));
  expect(after[created]).toContain(part);
  expect(findingsOf(check, after)).toEqual([]);
});

describe("only: 'async'", () => {
  const options = { only: 'async' };
  const withPage = (page: string) =>
    findingsOf(check, { ...failing, 'dash/@team/page.tsx': page }, { options });

  test.each([
    ['an async component', 'export default async function P() { return null; }'],
    [
      'data that is fetched',
      'export default function P() { return use(load()); }\nconst load = () => fetch("/x");',
    ],
    [
      'use()',
      'import { use } from "react";\nexport default function P({ data }) { return use(data); }',
    ],
    [
      'the request',
      'import { cookies } from "next/headers";\nexport default function P() { cookies(); return null; }',
    ],
  ])('%s', (_name, page) => {
    expect(withPage(page)).toHaveLength(1);
  });

  test.each([
    ['a plain component', 'export default function P() { return null; }'],
    [
      'a client component that loads later',
      "'use client';\nexport default function P() { useEffect(() => { fetch('/x'); }); return null; }",
    ],
    ['a component from elsewhere', "export { default } from './async-page';"],
    ['a text that does not parse', 'const P = async ( => null; export default P;'],
  ])('silent: %s', (_name, page) => {
    expect(withPage(page)).toEqual([]);
  });

  test('names the pages that wait, and no others', () => {
    const files: AppFiles = {
      ...failing,
      'dash/@team/slow/page.tsx': 'export default async function P() { return null; }',
    };
    expect(findingsOf(check, files, { options })).toMatchObject([{ urls: ['/dash/slow'] }]);
  });
});

describe('an error file that is no boundary', () => {
  const withError = (text: string, file = 'dash/@team/error.tsx'): AppFiles => ({
    ...failing,
    [file]: text,
  });

  test.each([
    ['without the directive', 'export default function E() {\n  return null;\n}\n'],
    ['re-exported without it, which Next refuses as well', "export { default } from './shared'\n"],
  ])('%s gets it', (_name, text) => {
    const files = withError(text);
    const findings = findingsOf(check, files);
    expect(findings).toMatchObject([
      {
        messageId: 'notClient',
        file: 'dash/@team/error.tsx',
        segment: '/dash',
        slot: '@team',
        impact: 'build-error',
      },
    ]);
    const after = fixed(files, findings);
    expect(after['dash/@team/error.tsx']).toMatch(/^(['"])use client\1;?\n\n/u);
    expect(String(after['dash/@team/error.tsx']).endsWith(text)).toBe(true);
    expect(findingsOf(check, after)).toEqual([]);
  });

  test.each([
    ['nothing', "'use client';\nexport const e = 1;\n"],
    ['no component', "'use client';\nexport default { text: 'Sorry' };\n"],
  ])('exporting %s by default', (_name, text) => {
    expect(findingsOf(check, withError(text))).toMatchObject([
      { messageId: 'noComponent', slot: '@team', file: 'dash/@team/error.tsx' },
    ]);
  });

  test("the owner's file stands in for its slots and is held to the same", () => {
    expect(
      findingsOf(check, withError('export default () => null;', 'dash/error.tsx')),
    ).toMatchObject([{ messageId: 'notClient', file: 'dash/error.tsx', slot: null }]);
  });

  test('silent: a file that has to do with no slot', () => {
    expect(findingsOf(check, { 'layout.tsx': true, 'error.tsx': 'export {};' })).toEqual([]);
  });
});
