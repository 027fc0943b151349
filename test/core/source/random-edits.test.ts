import { readOutlineFromTypeScript } from '@next-slots/core';
import fc from 'fast-check';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { assertForRandom, casesOf } from '../../harness/random-cases.js';
import { corpus, slotLayouts } from '../../random/random-texts.js';
import { snippets, tokenEdit, withTokens } from '../../random/token-edits.js';
import { isTypeScript, readers } from './parsers.js';

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

const seeds = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...corpus) },
  {
    weight: 1,
    arbitrary: fc.record({ file: fc.constantFrom('layout.tsx', 'layout.jsx'), text: slotLayouts }),
  },
);

test.each([
  [
    'module/character-edits',
    fc
      .tuple(seeds, fc.array(edit, { minLength: 1, maxLength: 3 }))
      .map(([{ file, text }, edits]) => ({ file, text: applied(text, edits) })),
  ],
  [
    'module/token-edits',
    fc
      .tuple(seeds, fc.array(tokenEdit, { minLength: 1, maxLength: 3 }))
      .map(([{ file, text }, edits]) => ({ file, text: withTokens(text, edits) })),
  ],
] as const)('no reader throws at any text, and those that can read it agree: %s', (name, texts) => {
  let agreed = 0;
  assertForRandom(
    name,
    fc.property(texts, ({ file, text }) => {
      if (allAgree(file, text)) agreed += 1;
    }),
  );
  // The property says something only where some edits leave code behind.
  expect(agreed).toBeGreaterThan(casesOf(name) / 30);
});

/** @returns false where some parser refuses the text. */
function allAgree(file: string, text: string): boolean {
  const kind = isTypeScript(file) ? ts.ScriptKind.TSX : ts.ScriptKind.JSX;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, kind);
  expect(readOutlineFromTypeScript(ts, source)).toBeDefined();
  const [typescript, ...others] = readers.map((reader) => ({
    name: reader.name,
    facts: reader.read(file, text),
  }));
  // TypeScript's parser takes much that is wrong; where one parser refuses, none has to agree.
  const able = others.filter((reader) => reader.name !== 'espree' || !isTypeScript(file));
  if (!typescript?.facts || typescript.facts.partial) return false;
  if (able.some(({ facts }) => facts === undefined)) return false;
  for (const reader of able) {
    expect(reader.facts, `${reader.name}:\n${text}`).toStrictEqual(typescript.facts);
  }
  return true;
}
