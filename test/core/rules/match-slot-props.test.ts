import { describe, expect, test } from 'vitest';
import {
  findingsOf,
  fixed,
  picked,
  pointers,
  type AppFiles,
  wordsOf,
} from '../../harness/findings.js';

const check = 'match-slot-props';

/** A layout of /dash with slots beside it, each with a page. */
function dash(layout: string, slots: readonly string[] = ['@team'], extension = 'tsx'): AppFiles {
  return {
    'layout.tsx': true,
    [`dash/layout.${extension}`]: layout,
    'dash/page.tsx': true,
    ...Object.fromEntries(slots.map((slot) => [`dash/${slot}/page.tsx`, true])),
  };
}

const report = (files: AppFiles) => pointers(findingsOf(check, files), files);

/** The layout after the fixes, else the first suggestions, of one finding after the other. */
function fix(files: AppFiles): string {
  let after = files;
  for (let pass = 1; pass <= 10; pass += 1) {
    const [finding] = findingsOf(check, after);
    if (!finding) break;
    const suggested = finding.suggestions[0]?.edits ?? [];
    after = finding.edits.length > 0 ? fixed(after, [finding]) : picked(after, suggested);
  }
  expect(findingsOf('no-unrendered-slot', after)).toEqual([]);
  expect(findingsOf(check, after)).toEqual([]);
  return String(after['dash/layout.tsx'] ?? after['dash/layout.jsx']);
}

/** The layout after the first suggestion of the only finding. */
function pick(files: AppFiles): string {
  const [finding, ...more] = findingsOf(check, files);
  expect(more).toEqual([]);
  const after = picked(files, finding?.suggestions[0]?.edits ?? []);
  expect(findingsOf(check, after)).toEqual([]);
  return String(after['dash/layout.tsx'] ?? after['dash/layout.jsx']);
}

describe('a slot that the layout neither accepts nor renders', () => {
  test.each([
    ['declaration', 'export default function Layout({ children }) { return children; }', 'Layout'],
    ['async', 'export default async function Layout({ children }) { return children; }', 'Layout'],
    ['anonymous', 'export default function ({ children }) { return children; }', 'default'],
    ['arrow', 'export default ({ children }) => children;', 'default'],
    ['named arrow', 'const Shell = ({ children }) => children;\nexport default Shell;', 'Shell'],
    ['as default', 'function L({ children }) { return children; }\nexport { L as default };', 'L'],
    ['member access', 'export default function Layout(props) { return props.children; }', 'Layout'],
    ['no props at all', 'export default function Layout() { return null; }', 'Layout'],
    [
      'class',
      'import { Component } from "react";\nexport default class L extends Component { render() { return this.props.children; } }',
      'L',
    ],
    [
      'memo',
      'import { memo } from "react";\nfunction L({ children }) { return children; }\nexport default memo(L);',
      'L',
    ],
    [
      'interface',
      'interface Props { children: React.ReactNode }\nexport default function L({ children }: Props) { return children; }',
      'L',
    ],
    [
      'imported type: the code itself shows enough',
      'import type { Props } from "./props";\nexport default function L({ children }: Props) { return children; }',
      'L',
    ],
  ])('%s', (_name, layout, word) => {
    expect(report(dash(layout))).toEqual([`unnamed at ${word}`]);
  });

  test('says where, and what is lost', () => {
    const files = dash('export default function Layout({ children }) { return children; }');
    expect(findingsOf(check, files)).toMatchObject([
      {
        file: 'dash/layout.tsx',
        segment: '/dash',
        slot: '@team',
        impact: 'silent',
        urls: ['/dash'],
        message: '`@team` is never rendered at `/dash`: this layout has no `team` prop.',
      },
    ]);
  });

  test.each([
    ['rest', '({ children, ...rest }) { return <Shell {...rest}>{children}</Shell>; }'],
    ['spread', '(props) { return <Shell {...props} />; }'],
    ['passed on whole', '(props) { return render(props); }'],
    ['computed', '(props) { return slots.map((slot) => props[slot]); }'],
    ['arguments', '() { return arguments[0].team; }'],
    ['its own type', "({ children }: LayoutProps<'/dash'>) { return children; }"],
    ['declared', '({ children }: { children: any; team: any }) { return children; }'],
    ['destructured', '({ children, team }) { return children; }'],
    ['rendered', '(props) { return [props.children, props.team]; }'],
  ])('silent: %s', (_name, rest) => {
    expect(report(dash(`export default function Layout${rest}`))).toEqual([]);
  });

  test.each([
    'const self = this; return self.props.team;',
    'let self; self = this; return self.props.team;',
    'const { props } = this || {}; return props.team;',
    'return (this as any).props.team;',
    'return this!.props.team;',
    'return <Shell owner={this} />;',
    'return <Shell {...this} />;',
    'return render({ owner: this });',
    'return render.call(this);',
    'return render(...[this]);',
    "return this['pro' + 'ps'].team;",
    '({ props: this.all } = this); return this.all.team;',
  ])('silent: whoever has a class component has its props: %s', (body) => {
    const head = "import { Component } from 'react';\nexport default class L extends Component {";
    expect(report(dash(`${head} render() { ${body} } }`))).toEqual([]);
  });

  test.each([
    'this.shown = 1;',
    'this.show.call(this, 1);',
    'if (this === other || !this) return null;',
    'typeof this; this;',
    "this['state'].open = true;",
  ])('what a class does with itself shows no slot: %s', (body) => {
    const head = "import { Component } from 'react';\nexport default class L extends Component {";
    const files = dash(`${head} render() { ${body} return this.props.children; } }`);
    expect(report(files)).toEqual(['unnamed at L']);
  });

  test.each([
    ['another module', "export { default } from './shell';"],
    ['an import', "import Shell from './shell';\nexport default Shell;"],
    [
      'a call that may do anything',
      "import { withSlots } from 'x';\nexport default withSlots(({ children }) => children);",
    ],
    ['a text that does not parse', 'export default function Layout({ children ) {'],
  ])('silent: the component comes from %s', (_name, layout) => {
    expect(report(dash(layout))).toEqual([]);
  });

  test.each([['@params'], ['@key'], ['@']])('silent: %s, which no layout can accept', (slot) => {
    expect(
      report(dash('export default function Layout({ children }) { return children; }', [slot])),
    ).toEqual([]);
  });
});

describe('adding a slot', () => {
  test('to pattern and type, in the style of the file', () => {
    expect(
      fix(
        dash(
          `import type { ReactNode } from 'react';

export default function Layout({
  children,
}: Readonly<{
  children: ReactNode;
}>) {
  return children;
}
`,
          ['@data-grid', '@team'],
        ),
      ),
    ).toBe(
      `import type { ReactNode } from 'react';

export default function Layout({
  children,
  'data-grid': dataGrid,
  team,
}: Readonly<{
  children: ReactNode;
  'data-grid': ReactNode;
  team: ReactNode;
}>) {
  return <>{children}{team}{dataGrid}</>;
}
`,
    );
  });

  test('to an interface of its own', () => {
    expect(
      fix(
        dash(
          'interface Props { children: React.ReactNode }\nexport default ({ children }: Props) => children;\n',
        ),
      ),
    ).toBe(
      'interface Props { children: React.ReactNode; team: React.ReactNode }\nexport default ({ children, team }: Props) => <>{children}{team}</>;\n',
    );
  });

  test('to JavaScript without types', () => {
    expect(
      fix(
        dash(
          'export default function Layout({ children }) {\n  return children\n}\n',
          undefined,
          'jsx',
        ),
      ),
    ).toBe(
      'export default function Layout({ children, team }) {\n  return <>{children}{team}</>\n}\n',
    );
  });

  test('under another name where its own is taken', () => {
    expect(
      fix(
        dash(
          'import { team } from "./team";\nexport default function Layout({ children }) {\n  return children;\n}\n',
          undefined,
          'jsx',
        ),
      ),
    ).toContain('({ children, team: teamSlot }) {\n  return <>{children}{teamSlot}</>;');
  });

  test.each([
    [
      'behind children, in a line of its own',
      '({ children }) => (\n  <main>\n    <p>\n      {children}\n    </p>\n  </main>\n);',
      '({ children, team }) => (\n  <main>\n    <p>\n      {children}\n      {team}\n    </p>\n  </main>\n);',
    ],
    [
      'in the same line',
      '({ children }) => <main>{ children }</main>;',
      '({ children, team }) => <main>{ children }{team}</main>;',
    ],
    [
      'by the props',
      'function Layout(props) { return <main>{props.children}</main>; }',
      'function Layout(props) { return <main>{props.children}{props.team}</main>; }',
    ],
  ])('renders it %s', (_, before, after) => {
    expect(fix(dash(`export default ${before}`, ['@team'], 'jsx'))).toBe(`export default ${after}`);
  });

  test.each([
    ['passes children on', '({ children }) => <Shell main={children} />;'],
    ['renders none', '() => <main />;'],
    ['takes them from an object', '({ children }) => render({ children });'],
  ])('only adds it where the layout %s', (_, layout) => {
    const [finding] = findingsOf(check, dash(`export default ${layout}`, ['@team'], 'jsx'));
    expect(finding?.suggestions).toMatchObject([{ message: 'Add team to the props' }]);
    expect(JSON.stringify(finding?.suggestions)).not.toContain('{team}');
  });

  test('is for a person to decide: fix leaves the layout alone', () => {
    const [finding] = findingsOf(check, dash('export default ({ children }) => children;'));
    expect(finding?.edits).toEqual([]);
  });
});

describe('a prop without a slot', () => {
  test.each([
    ['analitics', '@analytics', 'analytics'],
    ['Modal', '@modal', 'modal'],
    ['dataGrid', '@data-grid', 'data-grid'],
  ])('%s is meant to be %s', (prop, slot, expected) => {
    const files = dash(
      `export default function Layout({ children, ${prop} }) { return [children, ${prop}]; }`,
      [slot],
    );
    expect(findingsOf(check, files)).toMatchObject([
      { messageId: 'misspelled', slot, data: { prop, expected }, edits: [] },
    ]);
    expect(report(files)).toEqual([`misspelled at ${prop}`]);
  });

  test('is renamed in pattern, type and uses', () => {
    expect(
      pick(
        dash(
          `export default function Layout({ children, analitics }: {
  children: React.ReactNode;
  analitics: React.ReactNode;
}) {
  return <>{children}{analitics}</>;
}
`,
          ['@analytics'],
        ),
      ),
    ).toBe(`export default function Layout({ children, analytics }: {
  children: React.ReactNode;
  analytics: React.ReactNode;
}) {
  return <>{children}{analytics}</>;
}
`);
  });

  test('keeps its variable where the slot has a name that no variable can have', () => {
    expect(
      pick(
        dash('export default function L({ dataGrid }) {\n  return dataGrid;\n}\n', ['@data-grid']),
      ),
    ).toBe('export default function L({ "data-grid": dataGrid }) {\n  return dataGrid;\n}\n');
  });

  test('is renamed where it is read from the props', () => {
    expect(
      pick(
        dash('export default function L(props) {\n  return props.dataGrid;\n}\n', ['@data-grid']),
      ),
    ).toBe('export default function L(props) {\n  return props["data-grid"];\n}\n');
  });

  test('that is nowhere near a slot is undefined all the same', () => {
    const files = dash(
      'export default function L({ children, team, sidebar }) { return [children, team, sidebar]; }',
    );
    expect(report(files)).toEqual(['noSlot at sidebar']);
    expect(wordsOf(findingsOf(check, files)[0])).toContain(
      'Create the slot folder `@sidebar` next to this layout, or remove the prop.',
    );
  });

  test('belongs to another layout', () => {
    const files: AppFiles = {
      ...dash('export default function L({ children, team }) { return [children, team]; }'),
      'dash/settings/layout.tsx':
        'export default function L({ children, team }: { children: any; team: React.ReactNode }) { return [children, team]; }',
    };
    expect(findingsOf(check, files).map(wordsOf)).toEqual([
      expect.stringContaining('`@team` is passed only to the layout of `/dash`'),
    ]);
  });

  test.each([
    ['rendered', '({ children, team }) { return <main>{children}{team}</main>; }'],
    [
      'typed as a node',
      '({ children }: { children: any; team: React.ReactNode }) { return children; }',
    ],
  ])('is one in a layout without slots, too: %s', (_name, rest) => {
    expect(report(dash(`export default function Layout${rest}`, []))).toEqual(['noSlot at team']);
  });

  test.each([
    ['children and params', '({ children, params }) { return [children, params.id]; }', ['@team2']],
    [
      'optional',
      '({ title, team }: { title?: React.ReactNode; team: any }) { return [title, team]; }',
      ['@team'],
    ],
    ['with a default value', "({ title = 'x', team }) { return [title, team]; }", ['@team']],
    [
      'no slot by its looks',
      '({ children, session }) { return <P session={session}>{children}</P>; }',
      [],
    ],
    ['a folder still empty', '({ children, team }) { return [children, team]; }', []],
  ] as [string, string, string[]][])('silent: %s', (name, rest, slots) => {
    const files = dash(
      `export default function Layout${rest}`,
      name === 'children and params' ? [] : slots,
    );
    const more: AppFiles = name === 'a folder still empty' ? { 'dash/@team/': true } : {};
    expect(report({ ...files, ...more })).toEqual([]);
  });

  test('silent: a wrapper may pass props of its own', () => {
    expect(
      report(
        dash(
          "import { withAuth } from 'x';\nexport default withAuth(({ children, team, session }) => [children, team, session]);",
        ),
      ),
    ).toEqual([]);
  });

  test('optional is no excuse for a misspelling', () => {
    expect(report(dash('export default ({ teem }: { teem?: React.ReactNode }) => teem;'))).toEqual([
      'misspelled at teem',
    ]);
  });
});

describe('the type of a slot', () => {
  test.each(['string', '() => JSX.Element', 'React.ComponentType', 'boolean', 'readonly string[]'])(
    '%s holds no element',
    (type) => {
      const files = dash(`export default ({ team }: { team: ${type} }) => team;`);
      expect(report(files)).toEqual([`notRenderable at ${type}`]);
      expect(pick(files)).toBe('export default ({ team }: { team: React.ReactNode }) => team;');
    },
  );

  test('a method is no element', () => {
    const files = dash('export default ({ team }: { team(): React.ReactNode }) => team;');
    expect(report(files)).toEqual(['notRenderable at (): React.ReactNode']);
    expect(pick(files)).toBe('export default ({ team }: { team: React.ReactNode }) => team;');
  });

  test('a function in JSDoc is no element', () => {
    const files = dash(
      '/** @param {{ team: () => JSX.Element }} props */\nexport default ({ team }) => team;',
      ['@team'],
      'jsx',
    );
    expect(report(files)).toEqual(['notRenderable at () => JSX.Element']);
    expect(pick(files)).toContain('@param {{ team: React.ReactNode }} props');
  });

  test.each(['React.ReactNode', 'JSX.Element', 'any', 'Unknown', 'React.ReactNode | null'])(
    'silent: %s',
    (type) => {
      expect(report(dash(`export default ({ team }: { team: ${type} }) => team;`))).toEqual([]);
      expect(report(dash(`export default ({ team }: { team?: ${type} }) => team;`))).toEqual([]);
    },
  );

  test('silent: one part of a union rules out what another takes', () => {
    expect(
      report(
        dash('export default ({ team }: { team: React.ReactNode } | { team?: never }) => team;'),
      ),
    ).toEqual([]);
  });
});

describe('LayoutProps', () => {
  test.each([
    "({ children, team }: LayoutProps<'team'>) => [children, team]",
    "(props: LayoutProps<'team'> & PageProps<'id'>) => [props.children, props.team]",
    '({ children, team }: LayoutProps) => [children, team]',
  ])('is the own type of an app where it names no route: %s', (layout) => {
    expect(report(dash(`export default ${layout};`))).toEqual([]);
  });

  const layout = (route: string) =>
    `export default function Layout({ children, team }: LayoutProps<${route}>) {\n  return [children, team];\n}\n`;

  test('without a slot does not accept it', () => {
    const files = dash(
      "export default ({ children }: Omit<LayoutProps<'/dash'>, 'team'>) => children;",
    );
    expect(report(files)).toEqual(['unnamed at default']);
    expect(fix(files)).toBe(
      "export default ({ children, team }: Omit<LayoutProps<'/dash'>, 'team'> & { team: React.ReactNode }) => <>{children}{team}</>;",
    );
  });

  test('without the parameters accepts each slot', () => {
    expect(
      report(
        dash("export default ({ children }: Omit<LayoutProps<'/dash'>, 'params'>) => children;"),
      ),
    ).toEqual([]);
  });

  test('of another route gets its own', () => {
    const files = dash(layout("'/shop'"));
    expect(report(files)).toEqual(["wrongRoute at '/shop'"]);
    expect(fix(files)).toBe(layout("'/dash'"));
  });

  test('keeps its quotes', () => {
    expect(fix(dash(layout('"/"')))).toBe(layout('"/dash"'));
  });

  test('of its own route, groups and slots left out as next typegen does', () => {
    const files: AppFiles = {
      'layout.tsx': 'export default ({ children }: LayoutProps<"/">) => children;',
      '(g)/shop/[id]/@a/x/layout.tsx':
        'export default ({ children }: LayoutProps<"/shop/[id]/x">) => children;',
      '(g)/shop/[id]/@a/x/page.tsx': true,
    };
    expect(report(files)).toEqual([]);
  });

  test('silent below an intercepting folder, whose layouts next typegen types by the target', () => {
    expect(
      report({
        'layout.tsx': true,
        'feed/(.)photo/layout.tsx':
          'export default ({ children }: LayoutProps<"/photo">) => children;',
      }),
    ).toEqual([]);
  });

  test('silent: not the type of the component', () => {
    expect(
      report(
        dash(
          "type Other = LayoutProps<'/shop'>;\nexport default ({ team }: { team: any }) => team;",
        ),
      ),
    ).toEqual([]);
  });
});

describe('a component of the same file that takes the props', () => {
  const inner = (text: string) =>
    report(dash(`export default function Layout(props) { return <Inner {...props} />; }\n${text}`));

  test.each([
    ['pattern', 'function Inner({ children }) { return <main>{children}</main>; }'],
    ['arrow', 'const Inner = ({ children }) => <main>{children}</main>;'],
    ['access', 'function Inner(all) { return <main>{all.children}</main>; }'],
    ['a name that nobody reads', 'function Inner({ children, team }) { return children; }'],
    ['nothing', 'function Inner() { return <main />; }'],
  ])('drops the slot: %s', (_, text) => {
    expect(inner(text)).toEqual(['unnamed at Layout']);
  });

  test.each([
    ['pattern', 'function Inner({ children, team }) { return [children, team]; }'],
    ['rest', 'function Inner({ children, ...rest }) { return [children, rest.team]; }'],
    ['access', 'function Inner(all) { return [all.children, all.team]; }'],
    ['passed on', 'function Inner(all) { return <Shell {...all} />; }'],
    ['computed', 'function Inner(all) { return all[slot]; }'],
    ['arguments', 'function Inner() { return arguments[0].team; }'],
    ['elsewhere', 'import { Inner } from "./inner";'],
    ['wrapped', 'const Inner = wrap(({ children }) => children);'],
    ['assigned', 'let Inner = ({ children }) => children;\nInner = other;'],
  ])('may render it: %s', (_, text) => {
    expect(inner(text)).toEqual([]);
  });

  test('a rest counts by where it goes', () => {
    const layout = (body: string) =>
      report(
        dash(
          `export default function Layout({ ...rest }) { return ${body}; }\nconst Inner = ({ children }) => children;`,
        ),
      );
    expect(layout('<Inner {...rest} />')).toEqual(['unnamed at Layout']);
    expect(layout('<Shell {...rest} />')).toEqual([]);
    expect(layout('show(rest)')).toEqual([]);
    expect(layout('rest.team')).toEqual([]);
  });

  test('and so does one that is called', () => {
    const layout =
      'export default function Layout(props) { return inner(props); }\nfunction inner({ children }) { return children; }';
    expect(report(dash(layout))).toEqual(['unnamed at Layout']);
  });
});

describe('a slot as a component', () => {
  test.each([
    ['<main>{children}<Team /></main>', '{ children, team: Team }', 'Team'],
    ['<main>{props.children}<props.team /></main>', 'props', 'props.team'],
    ['<main>{children}<Team>x</Team></main>', '{ children, team: Team }', 'Team'],
  ])('%s', (body, parameter, word) => {
    const files = dash(`export default function Layout(${parameter}) { return ${body}; }`);
    expect(report(files)).toEqual([`asComponent at ${word}`]);
    expect(wordsOf(findingsOf(check, files)[0])).toContain(`Render it as \`{${word}}\`.`);
  });

  test.each([
    '({ children, team }) { return <Shell team={team}>{children}</Shell>; }',
    '({ children, team }) { return <main>{children}<team />{team}</main>; }',
    '({ children, team }) { return a <team ? children : team; }',
  ])('silent: %s', (rest) => {
    expect(report(dash(`export default function Layout${rest}`))).toEqual([]);
  });
});

describe('a build that checks types', () => {
  const impactOf = (
    props: string,
    next: { version: string; bundler: 'turbopack' | 'webpack'; ignoreBuildErrors?: boolean },
    extension = 'tsx',
  ) => {
    const layout = `export default function Layout({ children, taem }${props}) { return [children, taem]; }`;
    return findingsOf(check, dash(layout, ['@team'], extension), { next })[0]?.impact;
  };
  const required = ': { children: React.ReactNode; taem: React.ReactNode }';
  const optional = ': { children: React.ReactNode; taem?: React.ReactNode }';

  test.each([
    [required, '16.4.6', 'turbopack', 'build-error'],
    [optional, '16.4.6', 'turbopack', 'silent'],
    [required, '14.2.35', 'webpack', 'build-error'],
    [optional, '14.2.35', 'webpack', 'build-error'],
    [optional, '15.5.29', 'webpack', 'build-error'],
    [required, '15.4.0', 'turbopack', 'silent'],
    ['', '15.5.29', 'webpack', 'silent'],
    [': any', '16.4.6', 'turbopack', 'silent'],
  ] as const)(
    'of a prop without a slot, %s, on %s with %s: %s',
    (props, version, bundler, impact) => {
      expect(impactOf(props, { version, bundler })).toBe(impact);
      expect(impactOf(props, { version, bundler, ignoreBuildErrors: true })).toBe('silent');
    },
  );

  test('of a slot that the type leaves out, with webpack', () => {
    const files = dash(
      'export default function Layout({ children }: { children: React.ReactNode }) { return children; }',
    );
    const at = (bundler: 'turbopack' | 'webpack') =>
      findingsOf(check, files, { next: { version: '15.5.29', bundler } })[0]?.impact;
    expect(at('webpack')).toBe('build-error');
    expect(at('turbopack')).toBe('silent');
  });
});
