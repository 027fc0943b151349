import { describe, expect, test } from 'vitest';
import { acceptedAt, appOf, offerAt } from '../../../harness/cursor.js';

const app = appOf(['layout.tsx', '@team/page.tsx', '@data-grid/page.tsx']);

function accept(marked: string): Record<string, string> {
  return acceptedAt(app, 'layout.tsx', marked);
}

describe('the member that is inserted', () => {
  test('is whole where only its name is typed', () => {
    expect(accept('export default function L(p: { te‸am }) {}')).toEqual({
      team: 'export default function L(p: { team: React.ReactNode }) {}',
      'data-grid': "export default function L(p: { 'data-grid': React.ReactNode }) {}",
    });
  });

  test.each([
    ['a type follows', 'p: { te‸: string }', 'p: { team: string }'],
    ['it is optional', 'p: { te‸?: string }', 'p: { team?: string }'],
    ['it is a method', 'p: { te‸(): string }', 'p: { team(): string }'],
  ])('is the name alone where %s', (_, typed, accepted) => {
    expect(accept(`export default function L(${typed}) {}`)['team']).toBe(
      `export default function L(${accepted}) {}`,
    );
  });

  test('has the name of the node type that the file imports', () => {
    const named = "import { type ReactNode as Node } from 'react';\n";
    expect(accept(`${named}export default function L(p: { ‸ }) {}`)['team']).toBe(
      `${named}export default function L(p: { team: Node }) {}`,
    );
  });

  test('gets a semicolon only where another member follows on its line', () => {
    expect(accept('export default function L(p: { ‸ children: X }) {}')['team']).toContain(
      '{ team: React.ReactNode; children: X }',
    );
    expect(accept('export default function L(p: {\n  ‸\n  children: X\n}) {}')['team']).toContain(
      '{\n  team: React.ReactNode\n  children: X\n}',
    );
  });
});

describe('the list', () => {
  test('leaves out what the type has, in this body or another', () => {
    expect(Object.keys(accept('export default function L(p: { team: X; ‸ }) {}'))).toEqual([
      'data-grid',
    ]);
    const inherited =
      'interface A { team: X }\ninterface P extends A { ‸ }\nexport default function L(p: P) {}';
    expect(Object.keys(accept(inherited))).toEqual(['data-grid']);
    expect(Object.keys(accept('export default function L(p: P & { te‸: X }) {}'))).toContain(
      'team',
    );
  });

  test('is empty beside LayoutProps, which has every slot', () => {
    expect(accept("export default function L(p: LayoutProps<'/'> & { ‸ }) {}")).toEqual({});
  });
});

test.each([
  ['Partial', 'export default function L(p: Partial<{ ‸ }>) {}'],
  ['PropsWithChildren', 'export default function L(p: React.PropsWithChildren<{ ‸ }>) {}'],
  ['an intersection', 'export default function L(p: Other & { ‸ }) {}'],
  ['a parent interface', 'interface A { ‸ } interface P extends A {} export default (p: P) => p;'],
  ['FC', "import type { FC } from 'react';\nconst L: FC<{ ‸ }> = () => null;\nexport default L;"],
  ['memo', "import { memo } from 'react';\nexport default memo<{ ‸ }>((p) => p.children);"],
  ['a default export of its own', 'type P = { ‸ };\nfunction L(p: P) {}\nexport { L as default };'],
  ['a function without a body yet', 'export default function L(p: { ‸ })'],
  ['a type that ends with the file', 'export default function L(p: { te‸'],
])('is completed in %s', (_, marked) => {
  expect(Object.keys(accept(marked))).toContain('team');
});

test('is completed in JSDoc, on a line that begins with an asterisk too', () => {
  const inline = '/** @param {{ children: X, ‸ }} props */\nexport default function L(props) {}';
  const script = appOf(['layout.jsx', '@team/page.jsx']);
  expect(acceptedAt(script, 'layout.jsx', inline)['team']).toContain(
    '{{ children: X, team: React.ReactNode }}',
  );
  const typedef = `/**
 * @typedef {{
 *   children: X,
 *   ‸
 * }} Props
 * @param {Props} props
 */
export default function L(props) {}`;
  expect(acceptedAt(script, 'layout.jsx', typedef)['team']).toContain(
    ' *   children: X,\n *   team: React.ReactNode\n',
  );
});

test.each([
  ['behind a member without a separator', 'export default function L(p: { children: X ‸ }) {}'],
  ['in the type of a member', 'export default function L(p: { children: ‸ }) {}'],
  ['in a nested type', 'export default function L(p: { params: { ‸ } }) {}'],
  ['in a type of something else', 'type Q = { ‸ };\nexport default function L(p: P) {}'],
  ['in the return type', 'export default function L(p: P): { ‸ } {}'],
  ['in an object', 'export default function L(p: P) { return f({ ‸ }); }'],
  ['in a comment', 'export default function L(p: { /* ‸ */ }) {}'],
])('offers nothing %s, and does not open the app', (_, marked) => {
  expect(offerAt(app, 'layout.tsx', marked)).toEqual({ entries: [], extents: [] });
});
