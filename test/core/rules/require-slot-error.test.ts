import { describe, expect, test } from 'vitest';
import { findingsOf, fixed, type AppFiles, wordsOf } from '../../harness/findings.js';

const check = 'require-slot-error';

const failing: AppFiles = {
  'layout.tsx': true,
  'dash/layout.tsx': true,
  'dash/page.tsx': true,
  'dash/@team/page.tsx': true,
};
const boundary = "'use client';\n\nexport default function E() {\n  return 'Sorry';\n}\n";

describe('what happens without', () => {
  const messageFor = (files: AppFiles) => wordsOf(findingsOf(check, { ...failing, ...files })[0]);

  test('the whole page is replaced', () => {
    expect(messageFor({})).toContain(
      'if its `page.tsx` throws, "This page couldn’t load" replaces the whole page',
    );
  });

  test.each(['14.2.35', '16.1.7'])('Next.js %s has another error page', (version) => {
    expect(wordsOf(findingsOf(check, failing, { next: { version } })[0])).toContain(
      'throws, "Application error" replaces the whole page',
    );
  });

  test('the global error file replaces everything', () => {
    expect(messageFor({ 'global-error.tsx': boundary })).toContain(
      '`global-error.tsx` replaces the whole layout',
    );
  });

  test('the nearest error file above replaces the layout', () => {
    expect(messageFor({ 'error.tsx': boundary, 'global-error.tsx': boundary })).toContain(
      'throws, `error.tsx` replaces the whole layout, including the other slots',
    );
  });
});

test("the layout's file counts, unless every slot must have its own", () => {
  const files = { ...failing, 'dash/error.tsx': boundary };
  expect(findingsOf(check, files)).toEqual([]);
  expect(findingsOf(check, files, { options: { inherit: false } })).toMatchObject([
    { messageId: 'missing', slot: '@team', segment: '/dash', urls: ['/dash'] },
  ]);
});

test.each([
  ['dash/@team/page.tsx', 'dash/@team/error.tsx', 'error: Error & { digest?: string };'],
  ['dash/@team/page.jsx', 'dash/@team/error.jsx', 'ErrorBoundary({ error, reset }) {'],
])('beside %s the new file is %s and ends the finding', (page, created, part) => {
  const { 'dash/@team/page.tsx': _, ...rest } = failing;
  const files: AppFiles = { ...rest, [page]: true };
  const after = fixed(files, findingsOf(check, files));
  expect(after[created]).toContain(part);
  expect(findingsOf(check, after)).toEqual([]);
});

test('the new file has no trailing commas where the slot has none', () => {
  const page =
    "import {\n  a,\n  b\n} from 'x';\n\nexport default function P() {\n  return a(b);\n}\n";
  const files = { ...failing, 'dash/@team/page.tsx': page };
  expect(fixed(files, findingsOf(check, files))['dash/@team/error.tsx']).toContain(
    'ErrorBoundary({\n  error,\n  reset\n}: {',
  );
});

test('a slot that is never rendered needs no error file', () => {
  const files = { ...failing, 'dash/layout.tsx': 'export default ({ children }) => children;' };
  expect(findingsOf(check, files)).toEqual([]);
  expect(findingsOf('require-slot-loading', files)).toEqual([]);
});

describe("only: 'async'", () => {
  const options = { only: 'async' };
  const withPage = (page: string) =>
    findingsOf(check, { ...failing, 'dash/@team/page.tsx': page }, { options });

  test.each([
    ['an async component', 'export default async function P() { await load(); return null; }'],
    [
      'an arrow',
      'const P = async ({ params }) => <p>{await load((await params).id)}</p>;\nexport default P;',
    ],
    [
      'a loop that waits',
      'export default async function P() { for await (const each of all) return each; }',
    ],
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
    ['async for nothing', 'export default async function P() { return null; }'],
    [
      'params',
      'export default async function P({ params }) { const { id } = await params; return id; }',
    ],
    ['props.params', 'export default async function P(props) { return (await props.params).id; }'],
    [
      'searchParams by another name',
      'const P = async ({ searchParams: q }) => (await q).page;\nexport default P;',
    ],
    [
      'both at once',
      'export default async function P({ params, searchParams }) { const [p, q] = await Promise.all([params, searchParams]); return p.id + q.id; }',
    ],
    [
      'use(params)',
      'import { use } from "react";\nexport default function P({ params }) { return use(params).id; }',
    ],
    [
      'what a server action awaits',
      'export default async function P() { async function save() { "use server"; await store(); } return <form action={save} />; }\nasync function store() { await fetch("/x"); }',
    ],
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
      'dash/@team/slow/page.tsx':
        'export default async function P() { await load(); return null; }',
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

  test("the layout's file is checked like those of its slots", () => {
    expect(
      findingsOf(check, withError('export default () => null;', 'dash/error.tsx')),
    ).toMatchObject([{ messageId: 'notClient', file: 'dash/error.tsx', slot: null }]);
  });

  test('silent: a file that has to do with no slot', () => {
    expect(findingsOf(check, { 'layout.tsx': true, 'error.tsx': 'export {};' })).toEqual([]);
  });
});
