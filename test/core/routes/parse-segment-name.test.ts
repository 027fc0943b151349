import {
  parseSegmentName,
  type InterceptionMarker,
  type SegmentKind,
  type SegmentName,
} from '@next-slots/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { assertForRandom } from '../../harness/random-cases.js';

test.each([
  ['', 'root', ''],
  ['team', 'static', 'team'],
  ['(g)', 'group', 'g'],
  ['[id]', 'dynamic', 'id'],
  ['[...all]', 'catch-all', 'all'],
  ['[[...all]]', 'optional-catch-all', 'all'],
  ['@team', 'slot', 'team'],
  ['@', 'slot', ''],
  ['_lib', 'private', 'lib'],
  ['(.)photo', 'intercepting', 'photo'],
  ['(..)[id]', 'intercepting', '[id]'],
  ['(..)(..)photo', 'intercepting', 'photo'],
  ['(...)photo', 'intercepting', 'photo'],
  ['(..)(g)', 'intercepting', '(g)'],
  ['(', 'static', '('],
  ['[', 'static', '['],
  ['%5Flib', 'static', '%5Flib'],
] as const)('%j is %s', (raw, kind, value) => {
  expect(parseSegmentName(raw)).toMatchObject({ raw, kind, value });
  expect(printSegmentName(parseSegmentName(raw))).toBe(raw);
});

test('keeps the whole marker of an intercepting route', () => {
  expect(parseSegmentName('(..)(..)photo').marker).toBe('(..)(..)');
});

/** What a folder of such a name is called on disk. */
function printSegmentName(name: Omit<SegmentName, 'raw'>): string {
  switch (name.kind) {
    case 'root':
    case 'static':
      return name.value;
    case 'private':
      return `_${name.value}`;
    case 'slot':
      return `@${name.value}`;
    case 'group':
      return `(${name.value})`;
    case 'dynamic':
      return `[${name.value}]`;
    case 'catch-all':
      return `[...${name.value}]`;
    case 'optional-catch-all':
      return `[[...${name.value}]]`;
    case 'intercepting':
      return `${name.marker ?? '(.)'}${name.value}`;
  }
}

/** What any string is made of, so that marks meet in every way. */
const marks = fc
  .array(
    fc.oneof(
      fc.constantFrom('(', ')', '[', ']', '.', '..', '...', '@', '_', '(.)', '(..)', '[[...', ']]'),
      fc.string({ maxLength: 3 }),
    ),
    { maxLength: 6 },
  )
  .map((pieces) => pieces.join(''));

const kinds: readonly SegmentKind[] = [
  ...(['static', 'group', 'dynamic', 'catch-all', 'optional-catch-all', 'slot'] as const),
  'private',
];
const named = fc.oneof(
  fc.record({
    kind: fc.constantFrom(...kinds),
    value: fc.stringMatching(/^[a-z][a-z0-9 é😀-]*$/u),
  }),
  fc.record({
    kind: fc.constant('intercepting' as const),
    marker: fc.constantFrom<InterceptionMarker>('(.)', '(..)', '(...)', '(..)(..)'),
    value: fc.constantFrom('photo', '[id]', '[...all]', '(g)'),
  }),
);

test('any name is printed as it was read, and what is printed is read as it was', () => {
  assertForRandom(
    'tree/segment-names',
    fc.property(marks, named, (raw, name) => {
      expect(printSegmentName(parseSegmentName(raw))).toBe(raw);
      expect(parseSegmentName(printSegmentName(name))).toMatchObject(name);
    }),
  );
});
