import { describe, expect, test } from 'vitest';
import { readers } from './parsers.js';

const imports = `import { use, cache, useEffect, Suspense } from 'react';
import { cookies, headers, draftMode } from 'next/headers';
import { connection } from 'next/server';
import { unstable_noStore } from 'next/cache';
`;

/** What every parser's tree shows of a module. */
function workIn(code: string): string | undefined {
  const read = readers.map((reader) => reader.read('page.jsx', code)?.asyncWork);
  expect(new Set(read).size).toBe(1);
  return read[0];
}

function page(statements: string, more = ''): string {
  const head = statements.includes('await') ? 'async function' : 'function';
  return `${imports}${more}\nexport default ${head} Page(props) { ${statements} return <p />; }`;
}

describe('rendering waits', () => {
  test.each([
    'await load();',
    'for await (const part of parts()) log(part);',
    'use(props.promise);',
    "fetch('/api');",
    'cookies();',
    'headers();',
    'draftMode();',
    'connection();',
    'unstable_noStore();',
    'await load((await props.params).id);',
    'for await (const part of props.params) log(part);',
  ])('for %s', (statement) => {
    expect(workIn(page(statement))).toBe('unsuspended');
  });

  test.each([
    'const config = await load();',
    'async function load() { await data(); }',
    'const load = cache(async () => { await data(); });',
    'class Load extends Component { render() { return use(data); } }',
  ])('for %s', (more) => {
    expect(workIn(page('load(<Load />);', more))).toBe('unsuspended');
  });

  test('for use() in a client component', () => {
    expect(workIn(`'use client';${page('use(props.promise);')}`)).toBe('unsuspended');
  });

  test('inside Suspense only', () => {
    const more = `const load = cache(async () => { await data(); });
async function Members() { return load(); }`;
    expect(workIn(page('log(<Suspense><Members /></Suspense>);', more))).toBe('suspended');
  });
});

describe('rendering does not wait', () => {
  test.each([
    'log();',
    'const onSubmit = async () => { const all = headers(); };',
    "useEffect(() => { fetch('/api'); });",
    'async function save() { "use server"; await store(); } log(<form action={save} />);',
  ])('for %s', (statement) => {
    expect(workIn(page(statement).replace('async function Page', 'function Page'))).toBe('none');
  });

  test.each([
    'async function load() { await data(); }',
    'export async function generateMetadata() { return await data(); }',
    'async function save() { "use server"; await data(); }',
  ])('for %s', (more) => {
    expect(workIn(page('log(<form action={save} />);', more))).toBe('none');
  });

  test.each(['./mine', 'global'])('for a fetch imported from %s', (source) => {
    expect(workIn(page("fetch('/api');", `import { fetch } from '${source}';`))).toBe('none');
  });

  test('for fetch in a client component', () => {
    expect(workIn(`'use client';${page("fetch('/api');")}`)).toBe('none');
  });

  test.each([
    'const { params } = props; const [{ id }, query] = await Promise.all([params, props.searchParams]);',
    'use(props.params);',
    'const later = props.params; const { id } = await later;',
  ])('for the route: %s', (statement) => {
    expect(workIn(page(statement))).toBe('none');
  });

  test.each([
    'async function ById({ params: promise = Promise.resolve({ id }) }) { return (await promise).id; }',
    'async function ById({ params }) { const { id } = await params; return id; }',
  ])('for the route in %s', (more) => {
    expect(workIn(page('log(<ById />);', more))).toBe('none');
  });
});

test('casts in TypeScript change nothing', () => {
  const code = `export default async function Page(props: PageProps<'/[id]'>) {
  const later = props!.params as Promise<{ id: string }>;
  return <p>{(await later).id}</p>;
}`;
  const read = readers.map((reader) => reader.read('page.tsx', code)?.asyncWork);
  expect(new Set(read.filter((work) => work !== undefined))).toEqual(new Set(['none']));
});
