import { describe, expect, test } from 'vitest';
import { findingsOf, picked, type AppFiles, wordsOf } from '../../harness/findings.js';

const check = 'valid-slot-name';
const withSlots = (...slots: string[]): AppFiles => ({
  'layout.tsx': true,
  ...Object.fromEntries(slots.map((slot) => [`dash/${slot}/page.tsx`, true])),
  'dash/layout.tsx': true,
});

// Each name was built with Next 16.4.6 and both bundlers.
describe('names that no layout receives', () => {
  test.each([
    ['@params', 'silent'],
    ['@key', 'silent'],
    ['@ref', 'build-error'],
    ['@__proto__', 'build-error'],
  ])('%s', (slot, impact) => {
    expect(findingsOf(check, withSlots(slot))).toMatchObject([
      { messageId: 'lost', slot, impact, file: 'dash/layout.tsx', segment: '/dash' },
    ]);
  });

  test('@ alone', () => {
    expect(findingsOf(check, withSlots('@'))).toMatchObject([
      { messageId: 'empty', slot: '@', data: { folder: '/dash/@' } },
    ]);
  });
});

describe('names that webpack cannot compile', () => {
  const names = ['@data-grid', '@my slot', '@a.b', '@1a', '@a@b', "@a'b", '@01', '@1e3', '@[id]'];

  test.each(names)('%s', (slot) => {
    const files = withSlots(slot);
    expect(findingsOf(check, files, { next: { bundler: 'webpack' } })).toMatchObject([
      { messageId: 'unbuildable', slot, impact: 'build-error' },
    ]);
    expect(findingsOf(check, files)).toEqual([]);
    expect(findingsOf('portable-slot-name', files)).toMatchObject([
      { messageId: 'turbopackOnly', slot, impact: 'future' },
    ]);
    expect(findingsOf('portable-slot-name', files, { next: { bundler: 'webpack' } })).toEqual([]);
  });

  test('Next 15 builds with webpack', () => {
    const next = { version: '15.5.29', bundler: 'webpack' } as const;
    const [finding] = findingsOf(check, withSlots('@data-grid'), { next });
    expect(wordsOf(finding)).toContain('(15.5.29, webpack)');
    expect(wordsOf(finding)).toContain('@dataGrid');
  });

  test.each([
    [check, 'webpack'],
    ['portable-slot-name', 'turbopack'],
  ] as const)('%s offers a name that builds', (name, bundler) => {
    const files = withSlots('@data-grid', '@dataGrid');
    const [finding] = findingsOf(name, files, { next: { bundler } });
    const [suggestion] = finding?.suggestions ?? [];
    const after = picked(files, suggestion?.edits ?? []);
    expect(Object.keys(after)).toContain('dash/@dataGridSlot/page.tsx');
    expect(findingsOf(name, after, { next: { bundler } })).toEqual([]);
  });
});

test.each([
  '@team',
  '@größe',
  '@$x',
  '@_x',
  '@1',
  '@class',
  '@default',
  '@constructor',
  '@children',
])('%s is fine everywhere', (slot) => {
  for (const bundler of ['webpack', 'turbopack'] as const) {
    for (const name of [check, 'portable-slot-name'] as const) {
      expect(findingsOf(name, withSlots(slot), { next: { bundler } })).toEqual([]);
    }
  }
});

test('two slots that differ only in case are one report', () => {
  expect(findingsOf(check, withSlots('@Team', '@team', '@teams'))).toMatchObject([
    { messageId: 'sameButCase', slot: '@team', data: { other: '@Team' }, impact: 'future' },
  ]);
});

test('the same name in another folder is another slot', () => {
  const files = {
    ...withSlots('@Team'),
    'shop/layout.tsx': true,
    'shop/@team/page.tsx': true,
  } as const;
  expect(findingsOf(check, files)).toEqual([]);
});

test('an empty slot folder is no slot to Next', () => {
  expect(findingsOf(check, { 'layout.tsx': true, '@params/': true })).toEqual([]);
});

describe('a root layout that renders what every object or layout has', () => {
  const layout = (prop: string) =>
    `export default function L({ children, ${prop} }) {\n  return [children, ${prop}];\n}\n`;

  test.each([
    ['params', 'renderedAtTop'],
    ['constructor', 'inherited'],
    ['toString', 'inherited'],
  ])('@%s', (name, messageId) => {
    const files: AppFiles = {
      'layout.tsx': layout(name),
      'page.tsx': true,
      [`@${name}/page.tsx`]: true,
    };
    expect(findingsOf(check, files)).toMatchObject([{ messageId, impact: 'build-error' }]);
    const below = Object.fromEntries(
      Object.entries(files).map(([file, text]) => [`x/${file}`, text]),
    );
    const impacts = findingsOf(check, { 'layout.tsx': true, ...below }).map((each) => each.impact);
    expect(impacts).toEqual(name === 'params' ? ['silent'] : []);
  });
});
