/** A place where the name of a slot is typed, and what stands there once one is accepted. */
export interface Place {
  /** As the table in the README calls it. */
  readonly name: string;
  readonly file: string;
  /** The layout with something written into its hole. */
  readonly code: (hole: string) => string;
  /** What is typed, the cursor behind it. */
  readonly typed: string;
  readonly team: string;
  readonly grid: string;
}

const inPattern = { team: 'team', grid: "'data-grid': dataGrid" };
const inType = { team: 'team: React.ReactNode', grid: "'data-grid': React.ReactNode" };
const afterDot = { team: '.team', grid: "['data-grid']" };

function tsx(
  name: string,
  typed: string,
  accepted: Pick<Place, 'team' | 'grid'>,
  code: (hole: string) => string,
): Place {
  return { name, file: 'app/dash/layout.tsx', code, typed, ...accepted };
}

function jsx(...args: Parameters<typeof tsx>): Place {
  return { ...tsx(...args), file: 'app/script/layout.jsx' };
}

/** Every way in which people write a layout, with the cursor wherever a slot can be named. */
export const places: readonly Place[] = [
  tsx(
    'prefix in the pattern',
    'a',
    inPattern,
    (x) => `export default function L({ children, ${x} }: P) {}`,
  ),
  tsx('empty pattern', '', inPattern, (x) => `export default function L({ ${x} }: P) {}`),
  tsx('after a comma', '', inPattern, (x) => `export default function L({ children, ${x} }) {}`),
  tsx('anonymous function', '', inPattern, (x) => `export default function ({ ${x} }) {}`),
  tsx('async function', '', inPattern, (x) => `export default async function L({ ${x} }) {}`),
  tsx(
    'a line of its own',
    '',
    inPattern,
    (x) => `export default function L({\n  children,\n  ${x}\n}: P) {\n  return children;\n}`,
  ),
  tsx(
    'prefix in an inline type',
    't',
    inType,
    (x) => `export default function L({ children }: { children: React.ReactNode; ${x} }) {}`,
  ),
  tsx(
    'empty inline type',
    '',
    inType,
    (x) => `export default function L({ children }: { ${x} }) {}`,
  ),
  tsx(
    'after a semicolon',
    '',
    inType,
    (x) => `export default function L({ a }: { children: React.ReactNode; ${x} }) {}`,
  ),
  tsx(
    'type of props that are not taken apart',
    '',
    inType,
    (x) => `export default function L(props: { children: React.ReactNode; ${x} }) {}`,
  ),
  tsx(
    'Readonly',
    '',
    inType,
    (x) =>
      `export default function L({ children }: Readonly<{ children: React.ReactNode; ${x} }>) {}`,
  ),
  tsx(
    'interface',
    '',
    inType,
    (x) =>
      `interface P {\n  children: React.ReactNode;\n  ${x}\n}\nexport default function L(p: P) {}`,
  ),
  tsx(
    'type alias',
    'da',
    inType,
    (x) => `type P = { children: React.ReactNode; ${x} };\nexport default function L(p: P) {}`,
  ),
  tsx(
    'ReactNode is imported',
    '',
    { team: 'team: ReactNode', grid: "'data-grid': ReactNode" },
    (x) =>
      `import type { ReactNode } from 'react';\nexport default function L(p: { children: ReactNode; ${x} }) {}`,
  ),
  tsx(
    'after props.',
    '.',
    afterDot,
    (x) => `export default function L(props: P) {\n  return <div>{props${x}}</div>;\n}`,
  ),
  tsx(
    'after props. with a prefix',
    '.t',
    afterDot,
    (x) => `export default function L(props: P) {\n  return <div>{props${x}}</div>;\n}`,
  ),
  tsx(
    'taken apart in the body',
    'te',
    inPattern,
    (x) => `export default function L(props: P) {\n  const { ${x} } = props;\n}`,
  ),
  tsx(
    'arrow',
    '',
    inPattern,
    (x) => `const L = ({ children, ${x} }) => children;\nexport default L;`,
  ),
  tsx(
    'export default L',
    '',
    inPattern,
    (x) => `function L({ children, ${x} }: P) {}\nexport default L;`,
  ),
  tsx(
    'export { L as default }',
    '',
    inPattern,
    (x) => `function L({ children, ${x} }: P) {}\nexport { L as default };`,
  ),
  tsx(
    'wrapped in a call',
    '',
    inPattern,
    (x) => `export default withAuth(function L({ children, ${x} }: P) {});`,
  ),
  tsx(
    'generic of a class',
    '',
    inType,
    (x) =>
      `import React from 'react';\nexport default class L extends React.Component<{ children: React.ReactNode; ${x} }> {}`,
  ),
  tsx(
    'after this.props.',
    '.',
    afterDot,
    (x) =>
      `import React from 'react';\nexport default class L extends React.Component<P> {\n  render() {\n    return this.props${x};\n  }\n}`,
  ),
  jsx(
    'pattern in JavaScript',
    '',
    inPattern,
    (x) => `export default function L({ children, ${x} }) {\n  return children;\n}`,
  ),
  jsx(
    'pattern of a JSDoc-typed layout',
    '',
    inPattern,
    (x) =>
      `/** @param {{ children: React.ReactNode }} props */\nexport default function L({ children, ${x} }) {}`,
  ),
  jsx(
    'JSDoc type',
    '',
    inType,
    (x) =>
      `/** @param {{ children: React.ReactNode, ${x} }} props */\nexport default function L(props) {}`,
  ),
  jsx(
    'after props. in JavaScript',
    '.',
    afterDot,
    (x) =>
      `/** @param {{ children: React.ReactNode }} props */\nexport default function L(props) {\n  return <div>{props${x}}</div>;\n}`,
  ),
  tsx(
    'half-typed name before another',
    'te',
    inPattern,
    (x) => `export default function L({ ${x}, children }: P) {\n  return children;\n}`,
  ),
  tsx(
    'brace that is not closed',
    '',
    inPattern,
    (x) => `export default function L({ children, ${x}`,
  ),
  tsx(
    'memo of an arrow',
    '',
    inPattern,
    (x) =>
      `import { memo } from 'react';\nexport default memo(({ children, ${x} }: P) => <>{children}</>);`,
  ),
  tsx(
    'annotated constant',
    '',
    inType,
    (x) =>
      `const L: React.FC<{ children: React.ReactNode; ${x} }> = (props) => <>{props.children}</>;\nexport default L;`,
  ),
  tsx(
    'intersection',
    '',
    inType,
    (x) =>
      `export default function L(p: { params: Promise<object> } & { children: React.ReactNode; ${x} }) {}`,
  ),
  tsx(
    'generic function',
    '',
    inType,
    (x) => `export default function L<T>(p: { children: React.ReactNode; value: T; ${x} }) {}`,
  ),
  tsx(
    'Readonly interface of a class',
    '',
    inType,
    (x) =>
      `import { Component } from 'react';\ninterface P { children: React.ReactNode; ${x} }\nexport default class L extends Component<Readonly<P>> {}`,
  ),
  tsx(
    'taken apart from this.props',
    '',
    inPattern,
    (x) =>
      `import { Component } from 'react';\nexport default class L extends Component<P> {\n  render() {\n    const { children, ${x} } = this.props;\n    return children;\n  }\n}`,
  ),
  jsx(
    'JSDoc typedef',
    '',
    inType,
    (x) =>
      `/** @typedef {{ children: React.ReactNode, ${x} }} Props */\n/** @param {Props} props */\nexport default function L(props) {}`,
  ),
  jsx(
    'pattern of a JavaScript arrow',
    't',
    inPattern,
    (x) => `const L = ({ children, ${x} }) => children;\nexport default L;`,
  ),
  jsx(
    'after props?. in JavaScript',
    '?.',
    { team: '?.team', grid: "?.['data-grid']" },
    (x) => `export default function L(props) {\n  return <div>{props${x}}</div>;\n}`,
  ),
  tsx(
    'after another name of the props',
    '.t',
    afterDot,
    (x) =>
      `export default function L(props: P) {\n  const all = props;\n  return <div>{all${x}}</div>;\n}`,
  ),
  tsx(
    'after the rest of a pattern',
    '.',
    afterDot,
    (x) =>
      `export default function L({ children, ...rest }: P) {\n  return <div>{children}{rest${x}}</div>;\n}`,
  ),
  tsx(
    'after the rest of the props',
    '.',
    afterDot,
    (x) =>
      `export default function L(props: P) {\n  const { children, ...rest } = props;\n  return <div>{children}{rest${x}}</div>;\n}`,
  ),
  tsx(
    'after cast props, in a function within',
    '.',
    afterDot,
    (x) =>
      `export default function L(props: P) {\n  const show = () => (props as P)${x};\n  return <div>{show()}</div>;\n}`,
  ),
];
