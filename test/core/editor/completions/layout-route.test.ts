import { expect, test } from 'vitest';
import { acceptedAt, appOf, offerAt } from '../../../harness/cursor.js';

const app = appOf([
  'layout.tsx',
  'shop/layout.tsx',
  'shop/(g)/[id]/layout.tsx',
  'shop/@cart/layout.tsx',
  'shop/%5Fx/layout.tsx',
  'about/page.tsx',
]);

test('offers the own route first, then that of every other layout, none twice', () => {
  const marked = "export default function L(props: LayoutProps<'‸'>) {}";
  const { entries, extents } = offerAt(app, 'shop/(g)/[id]/layout.tsx', marked);
  expect(entries.map(({ name, sortText }) => [name, sortText])).toEqual([
    ['/', '11'],
    ['/shop', '11'],
    ['/shop/_x', '11'],
    ['/shop/[id]', '10'],
  ]);
  expect(extents).toEqual(['app']);
});

test('replaces what stands between the quotes', () => {
  const marked = 'export default function L(props: LayoutProps<"/sh‸ip">) {}';
  expect(acceptedAt(app, 'shop/layout.tsx', marked)['/shop']).toBe(
    'export default function L(props: LayoutProps<"/shop">) {}',
  );
});

test('leaves PageProps and types of the file alone', () => {
  const page = "export default function P(props: PageProps<'‸'>) {}";
  const own = "type LayoutProps<T> = T;\nexport default function L(props: LayoutProps<'‸'>) {}";
  expect(offerAt(app, 'layout.tsx', page)).toEqual({ entries: [], extents: [] });
  expect(offerAt(app, 'layout.tsx', own)).toEqual({ entries: [], extents: [] });
});
