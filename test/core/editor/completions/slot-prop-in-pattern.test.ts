import { describe, expect, test } from 'vitest';
import { acceptedAt, appOf, offerAt } from '../../../harness/cursor.js';

const app = appOf(['layout.tsx', 'page.tsx', '@team/page.tsx', '@data-grid/page.tsx']);

function accept(marked: string, of = app): Record<string, string> {
  return acceptedAt(of, 'layout.tsx', marked);
}

const nothing = {};

describe('the element that is inserted', () => {
  test('replaces what is typed, all of it', () => {
    expect(accept('export default function L({ children, an‸y }) {}')).toEqual({
      team: 'export default function L({ children, team }) {}',
      'data-grid': "export default function L({ children, 'data-grid': dataGrid }) {}",
    });
  });

  test('is the key alone where the rest stands there', () => {
    expect(accept('export default function L({ an‸: x }) {}')).toEqual({
      team: 'export default function L({ team: x }) {}',
      'data-grid': "export default function L({ 'data-grid': x }) {}",
    });
  });

  test('replaces a key in quotes with its quotes', () => {
    expect(accept("export default function L({ '‸' }) {}")).toEqual({
      team: 'export default function L({ team }) {}',
      'data-grid': "export default function L({ 'data-grid': dataGrid }) {}",
    });
  });

  test('gets a comma where an element follows', () => {
    expect(accept('export default function L({ ‸ children }) {}')['team']).toBe(
      'export default function L({ team, children }) {}',
    );
    expect(accept('export default function L({\n  t‸\n  ...rest\n}) {}')['team']).toBe(
      'export default function L({\n  team,\n  ...rest\n}) {}',
    );
    expect(accept('export default function L({ ‸, children }) {}')['team']).toBe(
      'export default function L({ team, children }) {}',
    );
  });

  test('has the quotes of the file', () => {
    const marked = 'import x from "x";\nexport default function L({ ‸ }) {}';
    expect(accept(marked)['data-grid']).toContain('{ "data-grid": dataGrid }');
  });

  test('names a variable that the language allows and the file has not', () => {
    const odd = appOf(['layout.tsx', '@class/page.tsx', '@1st/page.tsx', "@it's/page.tsx"]);
    expect(accept('export default function L({ ‸ }) {}', odd)).toEqual({
      '1st': "export default function L({ '1st': _1st }) {}",
      class: 'export default function L({ class: classSlot }) {}',
      "it's": "export default function L({ 'it\\'s': itS }) {}",
    });
    const imported = "import dataGrid from 'x';\nexport default function L({ ‸ }) {}";
    expect(accept(imported)['data-grid']).toContain("{ 'data-grid': dataGridSlot }");
    const rendered = 'export default function L({ ‸ }) { return dataGrid; }';
    expect(accept(rendered)['data-grid']).toContain("{ 'data-grid': dataGrid }");
  });
});

describe('the list', () => {
  test('leaves out what the pattern has', () => {
    const marked = "export default function L({ team, 'data-grid': grid, ‸ }) {}";
    expect(accept(marked)).toEqual(nothing);
    expect(Object.keys(accept('export default function L({ team‸ }) {}'))).toContain('team');
  });

  test('says which of them TypeScript knows from the type', () => {
    const declared = (marked: string) =>
      offerAt(app, 'layout.tsx', marked)
        .entries.filter((entry) => entry.declared)
        .map(({ name }) => name);
    expect(declared('export default function L({ ‸ }: { team: X }) {}')).toEqual(['team']);
    expect(declared("export default function L({ ‸ }: LayoutProps<'/'>) {}")).toEqual([
      'data-grid',
      'team',
    ]);
  });

  test('asks for no more than the slots beside the file', () => {
    expect(offerAt(app, 'layout.tsx', 'export default ({ ‸ }) => null').extents).toEqual([
      'own-slots',
    ]);
  });
});

test.each([
  ['behind a key', 'export default function L({ children ‸ }) {}'],
  ['in a variable', 'export default function L({ children: te‸ }) {}'],
  ['in a default value', 'export default function L({ children = te‸ }) {}'],
  ['behind the rest', 'export default function L({ ...rest, ‸ }) {}'],
  ['in the rest', 'export default function L({ ...te‸ }) {}'],
  ['in a nested pattern', 'export default function L({ params: { ‸ } }) {}'],
  ['in a comment', 'export default function L({ children, /* ‸ */ }) {}'],
  ['in a line comment', 'export default function L({ children, // ‸\n }) {}'],
  ['outside the braces', 'export default function L({ children }‸) {}'],
  ['in the second parameter', 'export default function L(props, { ‸ }) {}'],
  ['in another function', 'export function L({ ‸ }) {} export default function M() {}'],
])('offers nothing %s, and does not open the app', (_, marked) => {
  const { entries, extents } = offerAt(app, 'layout.tsx', marked);
  expect(entries).toEqual([]);
  expect(extents).toEqual([]);
});

test('offers nothing in a file that is no layout', () => {
  const marked = 'export default function Page({ ‸ }) {}';
  expect(offerAt(app, 'page.tsx', marked)).toEqual({ entries: [], extents: [] });
  expect(offerAt(app, '_parts/layout.tsx', marked).entries).toEqual([]);
});

describe('half-typed code', () => {
  test.each([
    ['no closing brace', 'export default function L({ children, ‸) {}'],
    ['no comma', 'export default function L({ te‸ children }) {}'],
    ['no body yet', 'export default function L({ ‸ })'],
    ['nothing behind it', 'export default function L({ children, te‸'],
    ['broken code below', 'export default function L({ ‸ }) { return <div>{team</div> }'],
    ['broken code above', 'const x = ;\nexport default function L({ ‸ }) {}'],
    ['an assignment pattern', 'export default function L(props) { let t; ({ ‸ } = props); }'],
  ])('is completed with %s', (_, marked) => {
    expect(Object.keys(accept(marked))).toContain('team');
  });
});
