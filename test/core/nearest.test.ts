import { nearest } from '@next-slots/core';
import { expect, test } from 'vitest';

test.each([
  ['analitics', ['team', 'analytics'], 'analytics'],
  ['Modal', ['modal', 'model'], 'modal'],
  ['dataGrid', ['data', 'data-grid'], 'data-grid'],
  ['team', ['analytics', 'modal'], undefined],
  ['ab', ['xy'], undefined],
  ['a', ['b'], undefined],
  ['tema', ['team'], 'team'],
  ['wbe', ['web', 'we'], 'web'],
  ['ewb', ['bwe'], undefined],
  ['teams', ['team'], 'team'],
  ['x', [], undefined],
])('%s among %j means %s', (name, candidates, expected) => {
  expect(nearest(name, candidates)).toBe(expected);
});
