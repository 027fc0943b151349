import { describe, expect, test } from 'vitest';
import { findingsOf, pointers, type AppFiles } from '../../harness/findings.js';

const check = 'no-unrendered-slot';

const dash = (layout: string): AppFiles => ({
  'layout.tsx': true,
  'dash/layout.tsx': layout,
  'dash/page.tsx': true,
  'dash/@team/page.tsx': true,
  'dash/@team/[id]/page.tsx': true,
});
const report = (layout: string) => {
  const files = dash(layout);
  const findings = findingsOf(check, files).filter(({ slot }) => slot === '@team');
  return pointers(findings, files);
};

test('says where, and what is lost', () => {
  expect(findingsOf(check, dash('export default ({ children, team }) => children;'))).toMatchObject(
    [
      {
        file: 'dash/layout.tsx',
        segment: '/dash',
        slot: '@team',
        impact: 'silent',
        urls: ['/dash', '/dash/[id]'],
        message:
          '`@team` is never rendered at `/dash` and `/dash/[id]`: this layout does not use its `team` prop.',
      },
    ],
  );
});

test.each([
  ['taken out', '({ children, team }) => children', 'team'],
  ['renamed', '({ children, team: crew }) => children', 'team: crew'],
  ['declared', '({ children }: { children: any; team: any }) => children', 'team: any'],
  ['held by its own type', "({ children }: LayoutProps<'/dash'>) => children", 'default'],
  ['only tested', '({ children, team }) => (team ? children : null)', 'team'],
  ['taken out later', '(props) => { const { children, team } = props; return children; }', 'team'],
  ['beside a rest, which does not hold it', '({ team, ...rest }) => <main {...rest} />', 'team'],
  [
    'beside a rest of a later pattern',
    '(props) => { const { team, ...rest } = props; return <A {...rest} />; }',
    'team',
  ],
  [
    'beside a rest of a rest',
    '({ children, ...slots }) => { const { team, ...rest } = slots; return <A {...rest} />; }',
    'team',
  ],
  ['in a wrapper', '({ children, team }) => children', 'team'],
])('dropped: %s', (name, component, word) => {
  const layout =
    name === 'in a wrapper'
      ? `import { wrap } from 'x';\nconst Layout = ${component};\nexport default wrap(Layout);`
      : `export default ${component};`;
  const [pointer, ...more] = report(layout);
  expect(more).toEqual([]);
  expect(pointer).toMatch(/^unrendered at /u);
  expect(word.startsWith(pointer?.slice('unrendered at '.length) ?? '?')).toBe(true);
});

test.each([
  ['a child', '({ team }) => <main>{team}</main>'],
  ['returned', '({ team }) => team'],
  ['a prop of another component', '({ team }) => <Shell aside={team} />'],
  ['an argument', '({ team }) => render(team)'],
  ['in a closure', '({ team }) => <List>{() => team}</List>'],
  ['of a list', '({ children, team }) => [children, team]'],
  ['by another name', '({ team: crew }) => crew'],
  ['by a condition', '({ team }) => (open ? team : null)'],
  ['read from the props', '(props) => props.team'],
  [
    'by way of a spread',
    '(props) => { const { children, team } = props; return <A {...props} />; }',
  ],
  ['by way of a rest', '({ children, ...rest }: { children: any; team: any }) => <A {...rest} />'],
  [
    'by way of a rest of another pattern',
    '(props) => { const { team } = props; const { children, ...rest } = props; return <A {...rest} />; }',
  ],
  ['with the props', '(props) => { const { team } = props; return render(props); }'],
  [
    'out of a rest',
    '({ children, ...rest }) => { const { team } = rest; return <A {...rest} />; }',
  ],
  [
    'by way of one of two rests',
    '(props) => { const { team, ...some } = props; const { b, ...others } = props; return [some, others]; }',
  ],
  [
    'by way of a variable that holds now a rest, now all of it',
    '(props) => { const { team, ...rest } = props; let all = rest; all = props; return <A {...all} />; }',
  ],
  ['by a key that is worked out', '({ team, [key]: one, ...rest }) => <A {...rest}>{one}</A>'],
  ['with the arguments', 'function L({ team }) { return render(arguments); }'],
  ['not even accepted', '({ children }) => children'],
])('silent: %s', (_name, component) => {
  expect(report(`export default ${component};`)).toEqual([]);
});

test('silent: a type may ask for what a wrapper renders', () => {
  expect(
    report(
      "import { wrap } from 'x';\nexport default wrap(({ children }: { children: any; team: any }) => children);",
    ),
  ).toEqual([]);
});

test('silent: a prop without a slot is for match-slot-props to find', () => {
  expect(report('export default ({ team, teem }) => team;')).toEqual([]);
});

describe('children', () => {
  const at = (layout: string, files: AppFiles = { 'dash/page.tsx': true }) =>
    findingsOf(check, { 'layout.tsx': true, 'dash/layout.tsx': layout, ...files });

  test('that are accepted and never rendered are reported where a page lies there', () => {
    const layout = 'export default function Layout({ children, team }) { return <p>{team}</p>; }';
    const files = { 'dash/(g)/a/page.tsx': true, 'dash/@team/page.tsx': true } as const;
    expect(at(layout, files)).toMatchObject([
      {
        messageId: 'children',
        slot: 'children',
        impact: 'silent',
        urls: ['/dash/a'],
        message: '`children` is never rendered, so the pages at `/dash/a` are never shown.',
      },
    ]);
  });

  test.each([
    ['{ children }) { return <p>soon</p>; }', 1],
    ['{ children: _unused }) { return <p>soon</p>; }', 1],
    ['props) { const { children } = props; return <p>soon</p>; }', 1],
    ['{ children }) { return <Shell>{children}</Shell>; }', 0],
    ['{ children }) { return show(children); }', 0],
    ['{ children }) { return children ? <p>some</p> : null; }', 0],
    ['{}: { children: React.ReactNode }) { return <p>soon</p>; }', 0],
    ['props) { return <Shell {...props} />; }', 0],
  ])('layout: (%s', (rest, count) => {
    expect(at(`export default function Layout(${rest}`)).toHaveLength(count);
  });

  test.each([
    ['only a slot has pages', { 'dash/@team/page.tsx': true, 'dash/default.tsx': true }],
    ['no page lies there', { 'dash/page.test.tsx': true }],
  ] as [string, AppFiles][])('silent where %s', (_, files) => {
    const layout = 'export default function Layout({ children, team }) { return <p>{team}</p>; }';
    expect(at(layout, files)).toEqual([]);
  });
});

test.each([
  ['null', 'export default function Page() { return null; }', []],
  ['an empty fragment', 'export default () => <></>;', []],
  ['nothing after an effect', 'export default function Page() { useClose(); return null; }', []],
  ['a text', 'export default () => <>Tabs</>;', ['/admin']],
  [
    'something on one path',
    'export default ({ x }) => { if (x) return x; return null; };',
    ['/admin'],
  ],
  [
    'another URL',
    "import { redirect } from 'next/navigation';\nexport default function Page() { redirect('/x'); }",
    ['/admin'],
  ],
])('a page of a slot that renders %s', (_, page, urls) => {
  const layout = 'export default ({ children }) => <Tabs />;';
  const files = {
    'layout.tsx': true,
    'page.tsx': true,
    'admin/page.tsx': true,
    '@header/default.tsx': true,
    '@header/admin/layout.tsx': layout,
    '@header/admin/page.tsx': page,
  } as const;
  expect(findingsOf(check, files).flatMap((finding) => finding.urls)).toEqual(urls);
});
