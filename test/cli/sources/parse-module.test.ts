import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseModule } from '../../../packages/cli/src/sources/parse-module.js';
import { readers } from '../../core/source/parsers.js';
import { assertForRandom } from '../../harness/random-cases.js';
import { tokenEdit, withTokens } from '../../random/token-edits.js';

const page = `import { getOrders } from '@/lib/orders';

const labels = { open: 'Open', paid: 'Paid' };

/** What was ordered. */
export default async function Orders({ params }) {
  const { id } = await params;
  return <p className={\`a \${id}\`}>{labels.open}</p>;
}
`;

test.each([
  page,
  'export default function () {}',
  'export /* the page */ default function* pages() {}',
  'export default () => null;',
  'export default function functions() {}',
  'export default functions();',
  'function Page() {}\nexport default Page;',
  'function Page() {}\nexport { Page as default };',
  "export { default } from './page';",
  'export default class Page {}',
  'export default {};',
  'export const revalidate = 60;',
])('the default export is what every reader finds: %j', (text) => {
  const found = parseModule('page.jsx', text)?.defaultExport;
  for (const each of readers) expect(each.read('page.jsx', text)?.defaultExport).toEqual(found);
});

test.each([
  'export default interface Page {}',
  'export default function Page(a: string): null;\nexport default function Page() {}',
])('a type or an overload is no default export: %j', (text) => {
  const found = parseModule('page.tsx', text)?.defaultExport;
  const all = readers.flatMap((each) => each.read('page.tsx', text) ?? []);
  for (const { defaultExport } of all) expect(defaultExport).toEqual(found);
});

test('the default export of random code is what every reader finds', () => {
  const texts = fc
    .array(tokenEdit, { minLength: 1, maxLength: 4 })
    .map((edits) => withTokens(page, edits));
  assertForRandom(
    'cli/default-exports',
    fc.property(texts, (text) => {
      const found = parseModule('page.jsx', text);
      if (!found) return;
      const all = readers.flatMap((each) => each.read('page.jsx', text) ?? []);
      // TypeScript's parser takes much that is wrong, and that never renders.
      if (all.length < readers.length || all.some(({ partial }) => partial)) return;
      for (const each of all) expect(each.defaultExport, text).toEqual(found.defaultExport);
    }),
  );
});
