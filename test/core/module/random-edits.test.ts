import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTypeScript, readers } from './parsers.js';

const folder = join(import.meta.dirname, 'corpus');
const corpus = readdirSync(folder)
  .filter((file) => /\.[jt]sx?$/u.test(file))
  .map((file) => ({
    file,
    text: readFileSync(join(folder, file), 'utf8').replace(/^\uFEFF/u, ''),
  }));

/** Pieces of code that people have typed so far when an editor asks. */
const snippets = [
  ...[
    '{',
    '}',
    '(',
    ')',
    '<',
    '>',
    ',',
    ';',
    ':',
    '?',
    '=',
    '.',
    '...',
    '&',
    '|',
    '=>',
    "'",
    '"',
    '`',
  ],
  ...[' ', '\n', '\r\n', '\t', '//', '/*', '*/', '/** @param {', '@', '👩‍🚀', 'é', '\\'],
  ...[
    'props',
    'props.',
    'props?.[',
    'this.props',
    'this',
    'super',
    'arguments',
    '...rest',
    '{...props}',
  ],
  ...[
    'team',
    "'data-grid': grid",
    'team = null',
    'team: React.ReactNode',
    'default',
    'export ',
    'async ',
  ],
  ...[
    'await ',
    'const { team } = props;',
    'if (team) return team;',
    'team ? a : b',
    'team && ',
    '{team}',
  ],
  ...[
    'memo(',
    'React.memo(',
    ' as Props',
    ' satisfies FC<Props>',
    'type Props = ',
    'interface Props {',
  ],
  ...[
    'Pick<',
    "'team' | ",
    'keyof ',
    'typeof ',
    'LayoutProps<',
    "LayoutProps<'/x'>",
    'extends Props',
    '[key: string]: ',
  ],
  ...[
    'useSelectedLayoutSegment(',
    'import ',
    "from 'react'",
    'function ',
    'class ',
    'extends React.Component ',
  ],
  ...[
    '</',
    '/>',
    '<Team />',
    'for (const x of props) ',
    'switch (x) { case ',
    'let team;',
    'var props;',
    'new ',
  ],
];

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(40)),
  insert: fc.oneof(fc.constant(''), fc.constantFrom(...snippets)),
});

function applied(
  text: string,
  edits: readonly (typeof edit extends fc.Arbitrary<infer T> ? T : never)[],
) {
  let result = text;
  for (const { at, remove, insert } of edits) {
    const start = Math.floor(at * result.length);
    result = result.slice(0, start) + insert + result.slice(start + remove);
  }
  return result;
}

const runs = Number(process.env['NEXT_SLOTS_FUZZ_RUNS'] ?? 150);

test('no reader throws at any text, and those that can read it agree', () => {
  let agreed = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...corpus),
      fc.array(edit, { minLength: 1, maxLength: 3 }),
      ({ file, text }, edits) => {
        const changed = applied(text, edits);
        const [typescript, ...others] = readers.map((reader) => ({
          name: reader.name,
          facts: reader.read(file, changed),
        }));
        // TypeScript's parser takes much that is wrong; where one parser refuses, none has to agree.
        const able = others.filter(({ name }) => name !== 'espree' || !isTypeScript(file));
        if (!typescript?.facts || typescript.facts.partial) return;
        if (able.some(({ facts }) => facts === undefined)) return;
        agreed += 1;
        for (const { name, facts } of able) {
          expect(facts, `${name}:\n${changed}`).toStrictEqual(typescript.facts);
        }
      },
    ),
    { numRuns: runs },
  );
  // The property says something only where some edits leave code behind.
  expect(agreed).toBeGreaterThan(runs / 30);
});
