import { expect, test } from 'vitest';
import { acceptedAt, appOf, offerAt } from '../../../harness/cursor.js';

const app = appOf([
  'layout.tsx',
  '@modal/page.tsx',
  '@team/page.tsx',
  'dash/layout.tsx',
  'dash/@team/page.tsx',
  'dash/@data-grid/page.tsx',
  'dash/settings/page.tsx',
  'shop/@cart/page.tsx',
]);

const hooks =
  "import { useSelectedLayoutSegment, useSelectedLayoutSegments } from 'next/navigation';\n";

test.each(['useSelectedLayoutSegment', 'useSelectedLayoutSegments'])(
  'completes the key of %s, the nearest slots first',
  (hook) => {
    const { entries, extents } = offerAt(app, 'dash/nav.tsx', `${hooks}${hook}('‸');`);
    expect(entries.map(({ name, data, sortText }) => [name, data, sortText])).toEqual([
      ['data-grid', { slot: 'dash/@data-grid' }, '10'],
      ['team', { slot: 'dash/@team' }, '10'],
      ['modal', { slot: '@modal' }, '11'],
    ]);
    expect(extents).toEqual(['slots-above']);
  },
);

test('takes the file for one of the folder around a private one', () => {
  const marked = `${hooks}useSelectedLayoutSegment("d‸x");`;
  expect(acceptedAt(app, 'dash/_parts/nav.tsx', marked)['data-grid']).toBe(
    `${hooks}useSelectedLayoutSegment("data-grid");`,
  );
});

test.each([
  ['that is another argument', `${hooks}useSelectedLayoutSegment('team', '‸');`],
  ['of another hook', "import { useSearchParams } from 'next/navigation';\nuseSearchParams('‸');"],
  ['of a function of the same name', "useSelectedLayoutSegment('‸');"],
])('offers nothing in a literal %s', (_, marked) => {
  expect(offerAt(app, 'dash/nav.tsx', marked)).toEqual({ entries: [], extents: [] });
});

test('knows the hook by whatever name it is imported', () => {
  const renamed = "import { useSelectedLayoutSegment as key } from 'next/navigation';\nkey('‸');";
  expect(Object.keys(acceptedAt(app, 'nav.tsx', renamed))).toEqual(['modal', 'team']);
});
