import { readModuleFromESTree } from '@next-slots/core';
import fc from 'fast-check';
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';
import { assertForRandom } from '../../harness/random-cases.js';
import { corpus } from '../../random/random-texts.js';

test.each([undefined, null, 42, 'Program', [], {}, { type: 7 }, { type: 'Program' }])(
  'what is no program, %j, says that nothing is known',
  (program) => {
    const facts = readModuleFromESTree(program, '');
    expect(facts.component).toBeUndefined();
    expect(facts.exports).toEqual([]);
  },
);

/** What some parser, plugin or older version could have put in a place. */
const strange: readonly unknown[] = [
  null,
  undefined,
  42,
  'text',
  [],
  [null],
  [42],
  {},
  { type: 'Unheard' },
  { type: 'Identifier' },
  { type: 'Literal' },
  { type: 'ObjectPattern' },
  { type: 'BlockStatement', body: 'none' },
];

test('trees with pieces missing or strange are read without a throw', () => {
  assertForRandom(
    'module/odd-trees',
    fc.property(
      fc.constantFrom(...corpus),
      fc.array(fc.record({ at: fc.nat(), value: fc.constantFrom(...strange) }), {
        minLength: 1,
        maxLength: 5,
      }),
      ({ file, text }, changes) => {
        const { program } = parseSync(file, text, { lang: 'tsx', sourceType: 'module' });
        for (const { at, value } of changes) {
          const places = [...placesIn(program)];
          const place = places[at % places.length];
          if (place) Reflect.set(place.holder, place.key, structuredClone(value));
        }
        // Some facts are put together only when they are asked for.
        const { directives, style, ...others } = readModuleFromESTree(program, text);
        expect(directives).toBeInstanceOf(Array);
        expect(style.indent).toBeTypeOf('string');
        expect(JSON.stringify(others)).toContain('"partial":');
      },
    ),
  );
});

/** Every value in a tree, with what holds it. */
function* placesIn(holder: object): Generator<{ holder: object; key: string }> {
  for (const [key, value] of Object.entries(holder) as [string, unknown][]) {
    if (key !== 'type') yield { holder, key };
    if (typeof value === 'object' && value !== null) yield* placesIn(value);
  }
}
