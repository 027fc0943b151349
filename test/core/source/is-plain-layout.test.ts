import { isPlainLayout, plainPropRange } from '@next-slots/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assertForRandom, casesOf } from '../../harness/random-cases.js';
import { tokenEdit, withTokens } from '../../random/token-edits.js';
import { readers } from './parsers.js';

const slots = ['team', 'stats'];

const typed = `import type { ReactNode } from 'react';
import { Shell } from './shell';

export const metadata = { title: 'Plain' };

export default async function DashboardLayout({
  children,
  team,
  stats,
}: Readonly<{
  children: ReactNode;
  team: React.ReactNode;
  stats: ReactNode;
}>) {
  return (
    <Shell title="It's plain" label={metadata.title}>
      <main>{children}</main>
      <aside>{team}</aside>
      {stats}
    </Shell>
  );
}
`;

const usual = `'use client';

import { useState, type ReactNode } from 'react';

const items = [
  { href: '/team', label: "The team's" },
  { href: '/stats', label: 'Stats' },
] as const;

interface Props {
  readonly children: ReactNode;
  readonly team: ReactNode;
  readonly stats: ReactNode;
  readonly params: Promise<{ readonly locale: string }>;
}

export default function Layout({ children, team, stats, params }: Props) {
  const [isOpen, setOpen] = useState(false);
  const locale = useLocale(params)?.name ?? 'en';

  return (
    <div lang={locale} className="team {stats}">
      {items.map(({ href, label }) => (
        <a key={href} href={href}>
          {label}
        </a>
      ))}
      {isOpen ? <Menu of={{ locale }} /> : null}
      <main>{children}</main>
      <section>{team}</section>
      <section onClick={() => setOpen(true)}>
        {stats}
        <hr />
      </section>
    </div>
  );
}

function Menu({ of }: { of: { locale: string } }) {
  if (of.locale === 'en') return <p>{items.length}</p>;
  return <p>{of.locale}</p>;
}
`;

const other = 'export function Other() {\n  return <p>{stats}</p>;\n}\n';

const untyped = 'export default function L({ team, stats }) {\n  return <>{team}{stats}</>;\n}\n';

test.each([
  ['with types', typed],
  ['without types, without children', untyped],
  ['with Windows line breaks', typed.replaceAll('\n', '\r\n')],
  ['with code around it', usual],
  ['with a type by name', usual.replace('interface Props {', 'type Props = {')],
  ['without semicolons', typed.replaceAll(';', '')],
])('a layout is plain %s', (_, text) => {
  expect(isPlainLayout(text, slots)).toBe(true);
});

function goesOn(more: string): string {
  return usual.replace('interface Props {', 'type Props = {').replace(/^\}$/mu, `}\n${more}`);
}

test.each([
  ['a slot is not taken', typed.replace('  stats,\n', '')],
  ['a slot is not typed', typed.replace('  stats: ReactNode;\n', '')],
  ['a slot is not shown', typed.replace('{stats}', '')],
  ['a slot is passed on', typed.replace('{stats}', '<Stats of={stats} />')],
  ['a slot stands in a string', typed.replace('{stats}', '<i title="{stats}" />')],
  ['a slot stands in a comment', typed.replace('{stats}', '{/* {stats} */}')],
  ['a slot stands in a comment of a tag', typed.replace('<main>', '<main // {stats}\n>')],
  ['a slot is shown on a condition', typed.replace('{stats}', '{team && stats}')],
  ['a prop is no slot', typed.replace('  team,', '  team, tame,')],
  ['a prop has a default', typed.replace('  team,', '  team = null,')],
  ['a prop is renamed', typed.replace('  team,', '  team: stats,')],
  ['the rest is taken', typed.replace('  team,', '  team, ...rest')],
  ['a type is another', typed.replace('team: React.ReactNode', 'team: string')],
  [
    'ReactNode is another',
    typed.replace(/^.*\n/u, '').replace('export', 'type ReactNode = string;\nexport'),
  ],
  ['something is done before', typed.replace('return (', 'use(team);\n  return (')],
  ['a slot is left for another', typed.replace('return (', 'if (team) return team;\n  return (')],
  ['one slot or another is shown', typed.replace('return (', 'return title ? null : (')],
  ['a slot is in braces with others', typed.replace('{stats}', '{list({ title })stats}')],
  ['a slot is shown by another function', `${typed.replace('{stats}', '')}${other}`],
  ['it is wrapped', typed.replace('export default async function', 'const L = function')],
  ['a slot is not in a type by name', usual.replace('  readonly stats: ReactNode;\n', '')],
  ['a type by name goes on', `${usual}interface Props {\n  tame: ReactNode;\n}\n`],
  [
    'a type by name is made of others',
    usual.replace('interface Props', 'interface Props extends X'),
  ],
  ['a type by name is another', usual.replace('team: ReactNode', 'team: string')],
  ['a slot is shown on a condition further in', usual.replace('<hr />', '{isOpen && stats}')],
  ['a type goes on in the next line', goesOn('  & { tame: ReactNode };')],
  ['a type is one of several', goesOn('  | Others;')],
  [
    'a slot is another one in a function',
    untyped
      .replace(
        'return',
        'const rows = list.map((...stats) => (\n    <p>\n      {stats}\n    </p>\n  ));\n  return',
      )
      .replace('{stats}</>', '{rows}</>'),
  ],
  [
    'something is shown where nothing is given for children',
    usual.replace('return (', 'return children ?? ('),
  ],
  [
    'apostrophes stand in texts around a slot',
    typed.replace('{stats}', "{stats}<p>It's {team}</p><p>Here's</p>"),
  ],
  [
    'a type is declared once more, with another space',
    `${usual}interface  Props {\n  tame: ReactNode;\n}\n`,
  ],
  ['it stands in a text', `function Docs() {\n  return <pre>\n${untyped}</pre>;\n}\n`],
  ['braces stand in a text', usual.replace('<hr />', 'don\'t {isOpen} and {"\'"}')],
])('a layout is not plain where %s', (_, text) => {
  expect([typed, usual]).not.toContain(text);
  expect(isPlainLayout(text, slots)).toBe(false);
});

const simple = 'export default function L({ team }) {\n  return team;\n}\n';

test.each([
  [simple, 'team', simple.indexOf('team')],
  [simple, 'stats', undefined],
  [simple.replace('{ team }', '{ team: a }'), 'team', undefined],
  [simple.replace('{ team }', '{ team = null }'), 'team', undefined],
  [simple.replace('{ team }', '{ ...team }'), 'team', undefined],
  [simple.replace('({ team })', '(props)').concat(`/*\n${simple}*/\n`), 'team', undefined],
  [`export default function L({ team }: P): ReactNode;\n${simple}`, 'team', undefined],
])('%j takes %s at %j', (text, name, start) => {
  const range = plainPropRange(text, name);
  expect(range).toEqual(start === undefined ? undefined : { start, end: start + name.length });
});

/** Layouts as above, and whatever becomes of them by a few edits. */
const texts = fc
  .tuple(
    fc.constantFrom(typed, usual, untyped),
    fc.array(tokenEdit, { minLength: 1, maxLength: 3 }),
  )
  .map(([text, edits]) => withTokens(text, edits));

test('where a prop is taken in plain words is where its facts say', () => {
  let found = 0;
  assertForRandom(
    'module/plain-prop-ranges',
    fc.property(texts, fc.constantFrom('children', ...slots), (text, name) => {
      const range = plainPropRange(text, name);
      if (!range) return;
      for (const reader of readers) {
        const facts = reader.read('layout.tsx', text);
        if (!facts || facts.partial) continue;
        found += 1;
        const prop = facts.component?.props.find((each) => each.name === name);
        expect(prop?.range, text).toEqual(range);
      }
    }),
  );
  expect(found).toBeGreaterThan(casesOf('module/plain-prop-ranges') / 10);
});

test('whatever is plain has the slots as props, renders each, and nothing else', () => {
  let plain = 0;
  assertForRandom(
    'module/plain-layouts',
    fc.property(texts, (text) => {
      if (!isPlainLayout(text, slots)) return;
      for (const reader of readers) {
        const facts = reader.read('layout.tsx', text);
        // What does not parse has no findings either.
        if (!facts || facts.partial) continue;
        plain += 1;
        expect(facts.defaultExport?.kind).toBe('component');
        expect(facts.routeTypes).toEqual([]);
        const { props = [], escapes } = facts.component ?? {};
        expect(escapes).toEqual([]);
        const others = props.filter(({ name }) => !slots.includes(name));
        expect(['children', 'params']).toEqual(
          expect.arrayContaining(others.map(({ name }) => name)),
        );
        for (const slot of slots) {
          const prop = props.find(({ name }) => name === slot);
          expect(prop, text).toMatchObject({ rendered: true, uses: [{ branches: [] }] });
          expect(
            prop?.declarations.every(({ renderable }) => renderable !== 'no'),
            text,
          ).toBe(true);
        }
      }
    }),
  );
  expect(plain).toBeGreaterThan(casesOf('module/plain-layouts') / 10);
});
