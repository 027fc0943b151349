import { createRequire } from 'node:module';
import { readModuleFromTypeScript, type ModuleFacts, type TextRange } from '@next-slots/core';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const require = createRequire(import.meta.url);
const versions = [
  ['6.0', ts],
  ['5.9', require('typescript-5.9') as typeof ts],
  ['5.4', require('typescript-5.4') as typeof ts],
] as const;

/** What an editor sees while someone types; `|` is the cursor. */
describe.each(versions)('TypeScript %s', (_version, handed) => {
  function read(marked: string) {
    const cursor = marked.indexOf('|');
    const text = marked.replace('|', '');
    const kind = handed.ScriptKind.TSX;
    const source = handed.createSourceFile(
      'layout.tsx',
      text,
      handed.ScriptTarget.Latest,
      false,
      kind,
    );
    return { text, cursor, facts: readModuleFromTypeScript(handed, source) };
  }
  const holds = ({ start, end }: TextRange, cursor: number) => start < cursor && cursor < end;
  const bodies = (facts: ModuleFacts) => facts.component?.type?.bodies ?? [];
  const names = (facts: ModuleFacts) => facts.component?.props.map(({ name }) => name) ?? [];

  test.each([
    'export default function L({ | }) { return null; }',
    'export default function L({ children, | }) { return children; }',
    'export default function L({ children, te| }: { children: React.ReactNode }) { return children; }',
    'export default async function ({ children, | }: LayoutProps<"/x">) { return children; }',
    'const L = ({ children, | }) => children;\nexport default L;',
    'const L = ({ children, | }) => children;\nexport { L as default };',
    "import { memo } from 'react';\nexport default memo(function L({ children, | }) { return children; });",
    'export default function L(props) { const { | } = props; return null; }',
    'export default function L(props) { const { te| } = props',
    "import { Component } from 'react';\nclass L extends Component { render() { const { | } = this.props; } }\nexport default L;",
  ])('knows the pattern of %s', (marked) => {
    const { facts, cursor } = read(marked);
    expect(facts.component?.patterns.some(({ range }) => holds(range, cursor))).toBe(true);
  });

  test.each([
    'export default function L({ children }: { | }) { return children; }',
    'export default function L({ children }: { children: React.ReactNode; | }) { return children; }',
    'export default function L({ children }: { children: React.ReactNode; te| }) { return children; }',
    'export default function L(props: { | }) { return null; }',
    'export default function L({ children }: Readonly<{ children: React.ReactNode; | }>) {}',
    'interface P { children: React.ReactNode; | }\nexport default function L(props: P) {}',
    'type P = { children: React.ReactNode; te| };\nexport default function L(props: P) {}',
    'const L: React.FC<{ | }> = () => null;\nexport default L;',
    "import { Component } from 'react';\nexport default class extends Component<{ | }> {}",
    "import { Component } from 'react';\nexport default class extends Component<{ te| }> { render() { return this.pro",
  ])('knows the type of %s', (marked) => {
    const { facts, cursor } = read(marked);
    expect(bodies(facts).some(({ range }) => holds(range, cursor))).toBe(true);
  });

  test.each([
    'export default function L(props) { return props.|; }',
    'export default function L(props) { return <main>{props.|}</main>; }',
    'export default function L(props) {\n  props.|\n  return null;\n}',
    'export default function L(props) { const p = props; return p?.|; }',
    "import { Component } from 'react';\nexport default class extends Component { render() { return this.props.| } }",
    "export default function L(props) { return props['|']; }",
    "export default function L(props) { return props['|",
  ])('knows the access of %s', (marked) => {
    const { facts, cursor } = read(marked);
    const access = facts.component?.accesses.find(({ object, name }) => {
      return object.end <= cursor && cursor <= Math.max(name.end, name.start);
    });
    expect(access).toBeDefined();
    // A name that is not there is none of a prop.
    expect(names(facts)).not.toContain('');
  });

  test.each([
    "import { useSelectedLayoutSegment } from 'next/navigation';\nuseSelectedLayoutSegment('|')",
    "import { useSelectedLayoutSegment } from 'next/navigation';\nuseSelectedLayoutSegment('te|",
    "import { useSelectedLayoutSegments as use } from 'next/navigation';\nconst x = use(\"|",
  ])('knows the key of %s', (marked) => {
    const { facts, cursor } = read(marked);
    expect(facts.slotKeys).toHaveLength(1);
    expect(facts.slotKeys[0]?.key.range.start).toBeLessThan(cursor);
    expect(facts.slotKeys[0]?.key.range.end).toBeGreaterThanOrEqual(cursor);
  });

  test.each([
    "export default function L({ children }: LayoutProps<'|'>) { return children; }",
    "export default function L({ children }: LayoutProps<'/da|",
  ])('knows the route of %s', (marked) => {
    const { facts, cursor } = read(marked);
    expect(facts.routeTypes).toHaveLength(1);
    const [use] = facts.routeTypes;
    expect(use?.route.range.start).toBeLessThan(cursor);
    expect(use?.ofComponent).toBe(true);
  });

  test('says that a broken text is partial, and still reads the rest', () => {
    const { facts } = read('export default function L({ children, }: { children: R; te');
    expect(facts.partial).toBe(true);
    expect(facts.defaultExport?.nameRange).toEqual({ start: 24, end: 25 });
    expect(names(facts)).toEqual(['children', 'te']);
  });

  test('offers no insertion where the list is not closed', () => {
    const { facts } = read('export default function L({ children: React.ReactNode; ');
    expect(facts.component?.patterns[0]?.insertion).toBeUndefined();
  });

  test('reads any beginning of a layout', () => {
    const text =
      "'use client';\nimport { Component } from 'react';\n/** @param {{ team: R }} props */\n" +
      'export default class L<T> extends Component<Readonly<{ a?: T[] | `x`; "b": () => void }>> {\n' +
      '  render() { const { a = <A {...this.props}>{1}</A>, ...b } = this.props!; return b.c?.d; }\n}\n';
    for (let end = 0; end <= text.length; end += 1) {
      expect(() => read(text.slice(0, end))).not.toThrow();
    }
  });
});
