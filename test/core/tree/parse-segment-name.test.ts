import { parseSegmentName, printSegmentName } from '@next-slots/core';
import { expect, test } from 'vitest';

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
