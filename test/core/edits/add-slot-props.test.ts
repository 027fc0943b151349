import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  addSlotProps,
  applyTextEdits,
  readModuleFromTypeScript,
  type ModuleFacts,
} from '@next-slots/core';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

function read(file: string, text: string): ModuleFacts {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.JSX;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, kind);
  return readModuleFromTypeScript(ts, source);
}

function add(file: string, text: string, slots: readonly string[]): string {
  return applyTextEdits(text, addSlotProps(file, read(file, text), slots));
}

/** Before, and after adding `team` and `data-grid`. */
const cases: readonly (readonly [name: string, file: string, before: string, after: string])[] = [
  [
    'one line',
    'layout.tsx',
    'export default function L({ children }: { children: React.ReactNode }) {}',
    "export default function L({ children, team, 'data-grid': dataGrid }: { children: React.ReactNode; team: React.ReactNode; 'data-grid': React.ReactNode }) {}",
  ],
  [
    'one line without spaces, and commas in the type',
    'layout.tsx',
    'import {ReactNode} from "react";\nexport default ({children,modal}:{children:ReactNode,modal:ReactNode}) => [children,modal]',
    'import {ReactNode} from "react";\nexport default ({children,modal,team,"data-grid": dataGrid}:{children:ReactNode,modal:ReactNode,team: ReactNode,"data-grid": ReactNode}) => [children,modal]',
  ],
  [
    'a separator behind the last item of one line',
    'layout.tsx',
    'export default function L({ children, }: { children: React.ReactNode; }) {}',
    "export default function L({ children, team, 'data-grid': dataGrid, }: { children: React.ReactNode; team: React.ReactNode; 'data-grid': React.ReactNode; }) {}",
  ],
  [
    'props that may be left out',
    'layout.tsx',
    'export default function L({ children }: { children?: React.ReactNode } = {}) {}',
    "export default function L({ children, team, 'data-grid': dataGrid }: { children?: React.ReactNode; team?: React.ReactNode; 'data-grid'?: React.ReactNode } = {}) {}",
  ],
  [
    'props of an imported type that may be left out',
    'layout.tsx',
    "import type { Props } from './props';\nexport default ({ children }: Props = {}) => children;",
    "import type { Props } from './props';\nexport default ({ children, team, 'data-grid': dataGrid }: Props & { team?: React.ReactNode; 'data-grid'?: React.ReactNode } = {}) => children;",
  ],
  [
    'props without a type that may be left out',
    'layout.tsx',
    'export default ({ children } = {}) => children;',
    "export default ({ children, team, 'data-grid': dataGrid }: { children?: React.ReactNode; team?: React.ReactNode; 'data-grid'?: React.ReactNode } = {}) => children;",
  ],
  [
    'several lines',
    'layout.tsx',
    `export default function L({
  children,
}: Readonly<{
  children: React.ReactNode;
}>) {}`,
    `export default function L({
  children,
  team,
  'data-grid': dataGrid,
}: Readonly<{
  children: React.ReactNode;
  team: React.ReactNode;
  'data-grid': React.ReactNode;
}>) {}`,
  ],
  [
    'several lines with tabs, without commas and semicolons at their ends',
    'layout.tsx',
    `interface Props {
\tchildren: React.ReactNode // the page
}
export default function L({
\tchildren
}: Props) {}`,
    `interface Props {
\tchildren: React.ReactNode // the page
\tteam: React.ReactNode
\t'data-grid': React.ReactNode
}
export default function L({
\tchildren,
\tteam,
\t'data-grid': dataGrid
}: Props) {}`,
  ],
  [
    'comments behind items stay with them',
    'layout.tsx',
    `export default function L({
  children, // the page
  modal, /* over it */
}: {
  children: React.ReactNode; // the page
  modal: React.ReactNode; /* over it */
}) {}`,
    `export default function L({
  children, // the page
  modal, /* over it */
  team,
  'data-grid': dataGrid,
}: {
  children: React.ReactNode; // the page
  modal: React.ReactNode; /* over it */
  team: React.ReactNode;
  'data-grid': React.ReactNode;
}) {}`,
  ],
  [
    'nothing in the braces',
    'layout.tsx',
    'export default function L({}: {}) {}',
    "export default function L({ team, 'data-grid': dataGrid }: { team: React.ReactNode; 'data-grid': React.ReactNode }) {}",
  ],
  [
    'empty lines in the braces',
    'layout.tsx',
    'interface Props {\n}\nexport default function L({\n}: Props) {\n    return null;\n}',
    "interface Props {\n    team: React.ReactNode;\n    'data-grid': React.ReactNode;\n}\nexport default function L({\n    team,\n    'data-grid': dataGrid,\n}: Props) {\n    return null;\n}",
  ],
  [
    'no parameter',
    'layout.tsx',
    'export default async function L() {}',
    "export default async function L({ children, team, 'data-grid': dataGrid }: { children: React.ReactNode; team: React.ReactNode; 'data-grid': React.ReactNode }) {}",
  ],
  [
    'no parameter of an arrow with type parameters',
    'layout.tsx',
    'export default <T extends (x: string) => void,>(/* none */) => null;',
    "export default <T extends (x: string) => void,>({ children, team, 'data-grid': dataGrid }: { children: React.ReactNode; team: React.ReactNode; 'data-grid': React.ReactNode }/* none */) => null;",
  ],
  [
    'nothing but a comment of a line where the parameter would be',
    'layout.jsx',
    'export default function L(\n  // TODO: take the slots\n) {}',
    "export default function L({ children, team, 'data-grid': dataGrid }\n  // TODO: take the slots\n) {}",
  ],
  [
    'comments behind the items, and no separator behind the last one',
    'layout.tsx',
    `export default function L({
  children, // page
  modal // modal
}: {
  children: React.ReactNode; // the page
  modal: React.ReactNode // the modal
}) {}`,
    `export default function L({
  children, // page
  modal, // modal
  team,
  'data-grid': dataGrid
}: {
  children: React.ReactNode; // the page
  modal: React.ReactNode; // the modal
  team: React.ReactNode;
  'data-grid': React.ReactNode
}) {}`,
  ],
  [
    'a comment behind the last item of one line',
    'layout.jsx',
    'export default function L({ children /* page */ }) {}',
    "export default function L({ children /* page */, team, 'data-grid': dataGrid }) {}",
  ],
  [
    'a component typed without its props',
    'layout.tsx',
    "import type { FC } from 'react';\nconst L: FC = () => null;\nexport default L;",
    "import type { FC } from 'react';\nconst L: FC<{ children: React.ReactNode; team: React.ReactNode; 'data-grid': React.ReactNode }> = ({ children, team, 'data-grid': dataGrid }) => null;\nexport default L;",
  ],
  [
    'a component typed without the props that it takes',
    'layout.tsx',
    'const L: React.FC = ({ children }) => children;\nexport default L;',
    "const L: React.FC<{ children: React.ReactNode; team: React.ReactNode; 'data-grid': React.ReactNode }> = ({ children, team, 'data-grid': dataGrid }) => children;\nexport default L;",
  ],
  [
    'a global of the same name as a slot, called',
    'layout.jsx',
    'export default function L({ children }) { team(); return children; }',
    "export default function L({ children, team: teamSlot, 'data-grid': dataGrid }) { team(); return children; }",
  ],
  [
    'a global of the same name as a slot, whose members are read',
    'layout.jsx',
    'export default function L({ children }) { return <p>{team.href}{dataGrid}{children}</p>; }',
    "export default function L({ children, team: teamSlot, 'data-grid': dataGridSlot }) { return <p>{team.href}{dataGrid}{children}</p>; }",
  ],
  [
    'no parameter, but a type around the component',
    'layout.tsx',
    "import type { FC } from 'react';\nconst L: FC<{ modal: React.ReactNode }> = () => null;\nexport default L;",
    "import type { FC } from 'react';\nconst L: FC<{ modal: React.ReactNode; children: React.ReactNode; team: React.ReactNode; 'data-grid': React.ReactNode }> = ({ children, team, 'data-grid': dataGrid }) => null;\nexport default L;",
  ],
  [
    'no parameter in JavaScript',
    'layout.js',
    'export default function L() {}',
    "export default function L({ children, team, 'data-grid': dataGrid }) {}",
  ],
  [
    'a pattern in JavaScript',
    'layout.jsx',
    'const L = ({ children }) => children;\nexport { L as default };',
    "const L = ({ children, team, 'data-grid': dataGrid }) => children;\nexport { L as default };",
  ],
  [
    'a rest element',
    'layout.jsx',
    'export default ({ children, ...rest }) => <A {...rest}>{children}</A>;',
    "export default ({ children, team, 'data-grid': dataGrid, ...rest }) => <A {...rest}>{children}</A>;",
  ],
  [
    'a rest element on a line of its own',
    'layout.jsx',
    'export default ({\n  children,\n  ...rest\n}) => <A {...rest}>{children}</A>;',
    "export default ({\n  children,\n  team,\n  'data-grid': dataGrid,\n  ...rest\n}) => <A {...rest}>{children}</A>;",
  ],
  [
    'props taken apart in the body',
    'layout.jsx',
    'export default function L(props) {\n  const { children } = props;\n  return children;\n}',
    "export default function L(props) {\n  const { children, team, 'data-grid': dataGrid } = props;\n  return children;\n}",
  ],
  [
    'props assigned in the body, where no variable can be added',
    'layout.jsx',
    'export default function L(props) {\n  let children;\n  ({ children } = props);\n  return children;\n}',
    'export default function L(props) {\n  let children;\n  ({ children } = props);\n  return children;\n}',
  ],
  [
    'props used by their members, in JavaScript',
    'layout.jsx',
    'export default (props) => props.children;',
    'export default (props) => props.children;',
  ],
  [
    'props used by their members, with a type',
    'layout.tsx',
    'type Props = { children: React.ReactNode };\nexport default (props: Props) => props.children;',
    "type Props = { children: React.ReactNode; team: React.ReactNode; 'data-grid': React.ReactNode };\nexport default (props: Props) => props.children;",
  ],
  [
    'props used by their members, without a type',
    'layout.tsx',
    'export default props => props.children;',
    "export default (props: { children: React.ReactNode; team: React.ReactNode; 'data-grid': React.ReactNode }) => props.children;",
  ],
  [
    'a pattern without a type',
    'layout.tsx',
    'export default ({ children }) => children;',
    "export default ({ children, team, 'data-grid': dataGrid }: { children: React.ReactNode; team: React.ReactNode; 'data-grid': React.ReactNode }) => children;",
  ],
  [
    'a pattern without a type that holds more than slots',
    'layout.tsx',
    'export default ({ children, params }) => [children, params];',
    "export default ({ children, params, team, 'data-grid': dataGrid }) => [children, params];",
  ],
  [
    'a pattern that some wrapper types',
    'layout.tsx',
    'export default withSession(({ children }) => <main>{children}</main>);',
    "export default withSession(({ children, team, 'data-grid': dataGrid }) => <main>{children}</main>);",
  ],
  [
    'an imported type',
    'layout.tsx',
    "import { Props } from './props';\nexport default ({ children }: Props) => children;",
    "import { Props } from './props';\nexport default ({ children, team, 'data-grid': dataGrid }: Props & { team: React.ReactNode; 'data-grid': React.ReactNode }) => children;",
  ],
  [
    'a type that needs parentheses',
    'layout.tsx',
    'export default ({ children }: A | B) => children;',
    "export default ({ children, team, 'data-grid': dataGrid }: (A | B) & { team: React.ReactNode; 'data-grid': React.ReactNode }) => children;",
  ],
  [
    'a type that picks',
    'layout.tsx',
    'type All = { children: React.ReactNode; x: string };\nexport default ({ children }: Pick<All, "children">) => children;',
    'type All = { children: React.ReactNode; x: string };\nexport default ({ children, team, "data-grid": dataGrid }: Pick<All, "children"> & { team: React.ReactNode; "data-grid": React.ReactNode }) => children;',
  ],
  [
    'any, which has every member',
    'layout.tsx',
    'export default ({ children }: any) => children;',
    "export default ({ children, team, 'data-grid': dataGrid }: any) => children;",
  ],
  [
    'LayoutProps, which declares every slot by itself',
    'layout.tsx',
    "export default ({ children }: LayoutProps<'/'>) => children;",
    "export default ({ children, team, 'data-grid': dataGrid }: LayoutProps<'/'>) => children;",
  ],
  [
    'a class',
    'layout.tsx',
    `import React, { Component } from 'react';
export default class L extends Component<{ children: React.ReactNode }> {
  render() {
    const { children } = this.props;
    return children;
  }
}`,
    `import React, { Component } from 'react';
export default class L extends Component<{ children: React.ReactNode; team: React.ReactNode; 'data-grid': React.ReactNode }> {
  render() {
    const { children, team, 'data-grid': dataGrid } = this.props;
    return children;
  }
}`,
  ],
  [
    'tags, one of them described over two lines',
    'layout.jsx',
    '/**\n * The frame.\n *\n * @param {object} props\n * @param {React.ReactNode} props.children - the page\n *   that is open\n * @returns {React.ReactNode}\n */\nexport default function L({ children }) {}',
    "/**\n * The frame.\n *\n * @param {object} props\n * @param {React.ReactNode} props.children - the page\n *   that is open\n * @param {React.ReactNode} props.team\n * @returns {React.ReactNode}\n */\nexport default function L({ children, team, 'data-grid': dataGrid }) {}",
  ],
  [
    'tags without stars',
    'layout.jsx',
    '/**\r\n@param {object} props\r\n@param {React.ReactNode} [props.children] */\r\nexport default function L(props) {}',
    '/**\r\n@param {object} props\r\n@param {React.ReactNode} [props.children]\r\n@param {React.ReactNode} props.team */\r\nexport default function L(props) {}',
  ],
  [
    'the properties of a typedef',
    'layout.jsx',
    '/**\n * @typedef {object} Props\n * @property {React.ReactNode} children\n */\n\n/** @param {Props} props */\nexport default ({ children }) => children;',
    "/**\n * @typedef {object} Props\n * @property {React.ReactNode} children\n * @property {React.ReactNode} team\n */\n\n/** @param {Props} props */\nexport default ({ children, team, 'data-grid': dataGrid }) => children;",
  ],
  [
    'a type in a comment before the parameter',
    'layout.jsx',
    'export default function L(/** @type {{ children: React.ReactNode }} */ { children }) {}',
    "export default function L(/** @type {{ children: React.ReactNode; team: React.ReactNode; 'data-grid': React.ReactNode }} */ { children, team, 'data-grid': dataGrid }) {}",
  ],
  [
    'a class without type arguments',
    'layout.tsx',
    "import * as R from 'react';\nexport default class extends R.Component { render() { return this.props.children; } }",
    "import * as R from 'react';\nexport default class extends R.Component<{ children: R.ReactNode; team: R.ReactNode; 'data-grid': R.ReactNode }> { render() { return this.props.children; } }",
  ],
  [
    'a JSDoc type',
    'layout.jsx',
    "/** @param {{ children: import('react').ReactNode }} props */\nexport default ({ children }) => children;",
    "/** @param {{ children: import('react').ReactNode; team: import('react').ReactNode; 'data-grid': import('react').ReactNode }} props */\nexport default ({ children, team, 'data-grid': dataGrid }) => children;",
  ],
  [
    'a JSDoc type of several lines',
    'layout.jsx',
    '/**\n * @param {{\n *   children: React.ReactNode,\n * }} props\n */\nexport default ({ children }) => children;',
    "/**\n * @param {{\n *   children: React.ReactNode,\n *   team: React.ReactNode,\n *   'data-grid': React.ReactNode,\n * }} props\n */\nexport default ({ children, team, 'data-grid': dataGrid }) => children;",
  ],
  [
    'Windows line ends',
    'layout.tsx',
    'export default function L({\r\n  children,\r\n}: {\r\n  children: React.ReactNode;\r\n}) {}',
    "export default function L({\r\n  children,\r\n  team,\r\n  'data-grid': dataGrid,\r\n}: {\r\n  children: React.ReactNode;\r\n  team: React.ReactNode;\r\n  'data-grid': React.ReactNode;\r\n}) {}",
  ],
  [
    'names that are taken',
    'layout.jsx',
    "import { team, dataGrid } from './people';\nexport default ({ children }) => [team, dataGrid, children];",
    "import { team, dataGrid } from './people';\nexport default ({ children, team: teamSlot, 'data-grid': dataGridSlot }) => [team, dataGrid, children];",
  ],
  [
    'a name that is used already and only lacks its declaration',
    'layout.jsx',
    'export default ({ children }) => [team, children];',
    "export default ({ children, team, 'data-grid': dataGrid }) => [team, children];",
  ],
  [
    'a slot that is taken out already but not declared',
    'layout.tsx',
    "export default ({ team, 'data-grid': grid }: { team: React.ReactNode }) => [team, grid];",
    "export default ({ team, 'data-grid': grid }: { team: React.ReactNode; 'data-grid': React.ReactNode }) => [team, grid];",
  ],
  [
    'a slot that is declared already but not taken out',
    'layout.tsx',
    "export default ({ team }: { team: React.ReactNode; 'data-grid': React.ReactNode }) => team;",
    "export default ({ team, 'data-grid': dataGrid }: { team: React.ReactNode; 'data-grid': React.ReactNode }) => team;",
  ],
];

test.each(cases)('%s', (_name, file, before, after) => {
  // A file without quotes gets those that create-next-app writes.
  const expected = /['"]/u.test(before) ? after : after.replaceAll("'", '"');
  expect(add(file, before, ['team', 'data-grid'])).toBe(expected);
});

test('names that are reserved words or quotes are written so that they parse', () => {
  const text = 'export default function L() {}';
  expect(add('layout.js', text, ['class', "it's", '1'])).toBe(
    'export default function L({ children, class: classSlot, "it\'s": itS, "1": _1 }) {}',
  );
});

const folder = join(import.meta.dirname, '../source/corpus');
const corpus = readdirSync(folder).filter((file) => /\.[jt]sx?$/u.test(file));

describe.each(corpus)('added to %s', (file) => {
  const text = readFileSync(join(folder, file), 'utf8').replace(/^\uFEFF/u, '');
  const before = read(file, text);
  const slots = ['added', 'added-too', 'class'];
  const edits = addSlotProps(file, before, slots);

  test('they leave code that parses and names them wherever props are named', () => {
    const result = applyTextEdits(text, edits);
    const after = read(file, result);
    expect(after.partial).toBe(before.partial);
    if (!before.component) {
      expect(edits).toEqual([]);
      return;
    }
    const { type, patterns, parameter } = before.component;
    const takesApart =
      parameter.kind === 'none' || patterns.some(({ kind }) => kind !== 'assignment');
    for (const slot of slots) {
      const prop = after.component?.props.find(({ name }) => name === slot);
      if (takesApart) expect(prop?.bindings).toHaveLength(1);
      // No tag can hold a name in quotes.
      const isTag = type?.insertion?.kind === 'tag';
      if (type?.insertion && !(isTag && slot.includes('-'))) {
        expect(prop?.declarations).toHaveLength(1);
      }
      if (edits.length > 0) expect(prop).toBeDefined();
    }
  });

  test('they are not added twice', () => {
    const result = applyTextEdits(text, edits);
    expect(addSlotProps(file, read(file, result), slots)).toEqual([]);
  });
});
