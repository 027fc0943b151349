/** Whatever an app looks like: the checks answer, and their repairs repair. */
import {
  checks,
  fileContext,
  levelsOf,
  runCheckOnFile,
  runChecks,
  type App,
  type Finding,
  type NextTarget,
  type SuggestedEdit,
  type TextRange,
} from '@next-slots/core';
import * as fc from 'fast-check';
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';
import { assertForRandom } from '../harness/random-cases.js';
import {
  openInMemory,
  repair,
  selectionNames,
  selections,
  type SelectionName,
} from './app-in-memory.js';
import { hostileApps, randomApps, randomTarget, type RandomApp } from './random-apps.js';

const apps = fc.oneof(
  { weight: 3, arbitrary: randomApps() },
  { weight: 1, arbitrary: hostileApps() },
);
const selection = fc.constantFrom(...selectionNames);

test('no check throws, and checking file by file finds the same as checking the app', () => {
  const found = new Set<string>();
  assertForRandom(
    'apps/checks',
    fc.property(apps, randomTarget, selection, (files, next, name) => {
      const selected = selections[name];
      const app = openInMemory(files, next);
      const findings = runChecks(app, selected);
      for (const finding of findings) {
        found.add(finding.check);
        expectSoundEdits(app, finding);
      }
      expect(levelsOf(app)).toBeInstanceOf(Array);
      const byFile = ['', ...Object.keys(files)].flatMap((file) =>
        selected.flatMap(({ check, options }) => [
          ...runCheckOnFile(check, fileContext(app, file), options),
        ]),
      );
      expect(byFile.map(identity).sort()).toEqual(findings.map(identity).sort());
    }),
  );
  // Apps in which nothing is wrong would prove little; `readable-route-folders` needs a disk.
  const rare = checks.map(({ name }) => name).filter((name) => !found.has(name));
  expect(rare.length, rare.join()).toBeLessThanOrEqual(4);
});

/** The edits of each choice can be applied together, and only to what is there or new. */
function expectSoundEdits(app: App, { edits, suggestions, file, range }: Finding): void {
  expect(range.start.line).toBe(range.end.line);
  if (file !== '') expect(app.sources.text(file)).toBeDefined();
  for (const choice of [edits, ...suggestions.map((suggestion) => suggestion.edits)]) {
    for (const edit of choice) {
      if (edit.kind === 'createFile') expect(app.sources.text(edit.file)).toBeUndefined();
      if (edit.kind !== 'replaceText') continue;
      const { start, end } = edit.range;
      const { length } = app.sources.text(edit.file) ?? '';
      expect(0 <= start && start <= end && end <= length).toBe(true);
    }
    for (const [one, other] of pairsOf(choice)) expect(overlap(one, other)).toBe(false);
  }
}

function* pairsOf(edits: readonly SuggestedEdit[]): Generator<[Replacement, Replacement]> {
  const replacements = edits.filter((edit) => edit.kind === 'replaceText');
  for (const [index, one] of replacements.entries()) {
    for (const other of replacements.slice(index + 1)) {
      if (one.file === other.file) yield [one, other];
    }
  }
}

type Replacement = Extract<SuggestedEdit, { kind: 'replaceText' }>;

/** Written anew here, so that a mistake in core's own question does not hide itself. */
function overlap({ range: a }: Replacement, { range: b }: Replacement): boolean {
  const share = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return share > 0 || (isEmpty(a) && isEmpty(b) && a.start === b.start) || isWithin(a, b);
}

function isEmpty({ start, end }: TextRange): boolean {
  return start === end;
}

/** Whether one of them inserts in the middle of what the other replaces. */
function isWithin(a: TextRange, b: TextRange): boolean {
  const inside = (at: TextRange, of: TextRange) =>
    isEmpty(at) && of.start < at.start && at.start < of.end;
  return inside(a, b) || inside(b, a);
}

function identity(finding: Finding): string {
  const { check, message, help, file, range, segment, slot, urls, impact, edits } = finding;
  return JSON.stringify({ check, message, help, file, range, segment, slot, urls, impact, edits });
}

test('fixed findings are gone, and a second fix changes nothing', () => {
  let repaired = 0;
  assertForRandom(
    'apps/fixes',
    fc.property(apps, randomTarget, selection, (files, next, name) => {
      const selected = selections[name];
      const { files: after, left, rounds } = repair(files, next, selected);
      expect(left.filter(({ edits }) => edits.length > 0)).toEqual([]);
      expect(rounds).toBeLessThan(10);
      if (rounds > 0) repaired += 1;
      expect(repair(after, next, selected).files).toEqual(after);
      for (const [file, text] of Object.entries(after)) {
        if (text !== files[file]) expectParses(file, text);
      }
    }),
  );
  expect(repaired).toBeGreaterThan(50);
});

function expectParses(file: string, text: string): void {
  const lang = file.endsWith('.tsx') ? 'tsx' : file.endsWith('.ts') ? 'ts' : 'jsx';
  expect(parseSync(file, text, { lang }).errors, `${file}:\n${text}`).toEqual([]);
  // What turns the direction of text makes code look like other code.
  expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u);
}

test('the order in which folders list their entries changes nothing', () => {
  assertForRandom(
    'apps/order',
    fc.property(
      apps.chain((files) =>
        fc.tuple(
          fc.constant(files),
          fc.shuffledSubarray(Object.keys(files), { minLength: Object.keys(files).length }),
        ),
      ),
      randomTarget,
      selection,
      ([files, order], next, selected) => {
        const shuffled = Object.fromEntries(order.map((file) => [file, files[file] ?? '']));
        const inOrder = everythingAbout(files, next, selected);
        expect(everythingAbout(shuffled, next, selected)).toBe(inOrder);
      },
    ),
  );
});

/** All that a host could print, as bytes. */
function everythingAbout(files: RandomApp, next: NextTarget, name: SelectionName): string {
  const app = openInMemory(files, next);
  const findings = runChecks(app, selections[name]);
  const levels = levelsOf(app).map(({ rows, ...level }) => ({
    ...level,
    rows: rows.map(({ fills, ...row }) => ({ ...row, fills: [...fills] })),
  }));
  return JSON.stringify({ findings, levels });
}
