import { mayWait } from '@next-slots/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assertForRandom, casesOf } from '../../harness/random-cases.js';
import { tokenEdit, withTokens } from '../../random/token-edits.js';
import { readers } from './parsers.js';

const page = `import { getOrders } from '@/lib/orders';

/** What was ordered. */
export const metadata = { title: 'Orders' };

export default async function Orders({ params }) {
  const { id } = await params;
  const orders = await getOrders(id);
  return <p>{orders.length}</p>;
}
`;

/** The same without any of its work: most edits of it do none either. */
const idle = page.replace('await params', 'params').replace('await getOrders(id)', '[]');

test('whatever is sure not to wait without being parsed waits for no reader', () => {
  let sure = 0;
  const texts = fc
    .tuple(fc.constantFrom(page, idle), fc.array(tokenEdit, { minLength: 1, maxLength: 4 }))
    .map(([text, edits]) => withTokens(text, edits));
  assertForRandom(
    'module/waiting-pages',
    fc.property(texts, (text) => {
      if (mayWait(text)) return;
      sure += 1;
      for (const reader of readers) {
        expect(reader.read('page.jsx', text)?.asyncWork ?? [], text).toEqual([]);
      }
    }),
  );
  expect(sure).toBeGreaterThan(casesOf('module/waiting-pages') / 10);
});
