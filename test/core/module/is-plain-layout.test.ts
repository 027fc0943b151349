import { isPlainLayout } from '@next-slots/core';
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

const untyped = 'export default function L({ team, stats }) {\n  return <>{team}{stats}</>;\n}\n';

test.each([
  ['with types', typed],
  ['without types, without children', untyped],
  ['with Windows line breaks', typed.replaceAll('\n', '\r\n')],
  ['without semicolons', typed.replaceAll(';', '')],
])('a layout is plain %s', (_, text) => {
  expect(isPlainLayout(text, slots)).toBe(true);
});

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
  ['nothing is returned', typed.replace('return (', 'return\n(')],
  ['something stands behind', `${typed}DashboardLayout.displayName = 'L';\n`],
  ['it is wrapped', typed.replace('export default async function', 'const L = function')],
])('a layout is not plain where %s', (_, text) => {
  expect(text).not.toBe(typed);
  expect(isPlainLayout(text, slots)).toBe(false);
});

test('whatever is plain has the slots as props, renders each, and nothing else', () => {
  let plain = 0;
  const texts = fc
    .tuple(fc.constantFrom(typed, untyped), fc.array(tokenEdit, { minLength: 1, maxLength: 3 }))
    .map(([text, edits]) => withTokens(text, edits));
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
        expect(others.map(({ name }) => name)).toEqual(others.length === 0 ? [] : ['children']);
        for (const slot of slots) {
          const prop = props.find(({ name }) => name === slot);
          expect(prop, text).toMatchObject({ rendered: true });
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
