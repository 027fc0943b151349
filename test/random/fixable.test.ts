/** What is called fixable is gone after `fix`, in whatever app. */
import { groupByCause, runChecks, type NextTarget, type ReportedFinding } from '@next-slots/core';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { assertForRandom } from '../harness/random-cases.js';
import { openInMemory, repair, selections } from './app-in-memory.js';
import { randomApps } from './random-apps.js';

const targets = fc.constantFrom<NextTarget>(
  { version: '16.4.6', bundler: 'turbopack' },
  { version: '16.2.12', bundler: 'webpack' },
  { version: '15.5.29', bundler: 'webpack' },
);

/** What a finding is about, wherever its place in the file may have moved. */
function identity({ check, messageId, file, segment, slot, data }: ReportedFinding): string {
  return JSON.stringify([check, messageId, file, segment, slot, data['prop']]);
}

test('every finding with edits is gone after them', () => {
  let fixed = 0;
  assertForRandom(
    'apps/fixable',
    fc.property(
      randomApps(),
      targets,
      fc.constantFrom('recommended' as const, 'strict' as const),
      (files, next, preset) => {
        const selected = selections[preset];
        const found = groupByCause(runChecks(openInMemory(files, next), selected));
        const fixable = found.filter(({ edits }) => edits.length > 0);
        const left = new Set(repair(files, next, selected).left.map(identity));
        fixed += fixable.length;
        expect(fixable.map(identity).filter((each) => left.has(each))).toEqual([]);
      },
    ),
  );
  expect(fixed).toBeGreaterThan(20);
});
