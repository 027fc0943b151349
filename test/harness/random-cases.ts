import fc from 'fast-check';
import { isNight } from './is-night.js';

/** How many random cases `npm test` asks each property about: 1,909 in all. */
const cases = {
  'answers/agree': 30,
  'answers/at-odds': 30,
  'apps/checks': 150,
  'apps/fixes': 60,
  'apps/fixable': 20,
  'apps/order': 40,
  'apps/harm': 120,
  'apps/hosts': 6,
  'matching/odd-names': 100,
  'matching/webpack': 500,
  'module/token-edits': 150,
  'module/character-edits': 100,
  'module/odd-trees': 150,
  'module/plain-prop-ranges': 150,
  'cli/default-exports': 100,
  'node/reread': 5,
  'texts/repeated': 6,
  'tree/segment-names': 192,
} as const satisfies Record<string, number>;

/** The properties that hold for random cases. */
export type PropertyName = keyof typeof cases;

/** The same cases at each push, so that it fails for what was pushed; others every night. */
const seed = Number(
  process.env['NEXT_SLOTS_SEED'] ?? (isNight ? Date.now() % 2 ** 31 : 20_261_124),
);

/** How many cases a property is asked about in this run: two hundred times as many by night. */
export function casesOf(name: PropertyName): number {
  return cases[name] * (isNight ? 200 : 1);
}

/**
 * Asserts that a property holds for random cases.
 *
 * A case that fails is made as small as it gets and is thrown with the seed that leads to it; to see it
 * again, set `NEXT_SLOTS_SEED`.
 *
 * @param name - Says how many cases there are.
 */
export function assertForRandom<Case>(
  name: PropertyName,
  property: fc.IRawProperty<Case, false>,
  parameters: Pick<fc.Parameters<Case>, 'examples'> = {},
): void {
  const numRuns = casesOf(name);
  if (isNight) console.log(`${name}: ${String(numRuns)} cases of seed ${String(seed)}`);
  fc.assert(property, { ...parameters, numRuns, seed });
}

/** Random values for what takes many at once, where no property is asked of each: those of one seed. */
export function sampleRandom<Value>(name: PropertyName, values: fc.Arbitrary<Value>): Value[] {
  const numRuns = casesOf(name);
  if (isNight) console.log(`${name}: ${String(numRuns)} cases of seed ${String(seed)}`);
  return fc.sample(values, { numRuns, seed });
}
