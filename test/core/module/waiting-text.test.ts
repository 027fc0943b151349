import { mayWait, surelyWaits } from '@next-slots/core';
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

const bare = page.replace('/** What was ordered. */\n', '');

test.each([
  ['a page as people write it', page],
  ['without a name', page.replace(' Orders(', ' (')],
])('an async component surely waits: %s', (_, text) => {
  expect(surelyWaits(text)).toBe(true);
});

test.each([
  ['in a comment', `/*\n${bare}*/\nexport default function P() {}\n`],
  ['in a comment that begins oddly', `/*/\n${bare}*/\nexport default function P() {}\n`],
  ['in a template', `const code = \`\n${page}\`;\nexport default function P() {}\n`],
  ['of a client', `'use client';\n${page}`],
  ['of a server action', `'use server';\n${page}`],
  ['that generates', page.replace('function Orders', 'function* Orders')],
  ['that is exported elsewhere', page.replace('export default', 'export')],
])('nothing is said of an async function %s', (_, text) => {
  expect(surelyWaits(text)).toBe(false);
});

test('whatever is sure to wait without being parsed waits for every reader, outside any boundary', () => {
  let sure = 0;
  const texts = fc
    .array(tokenEdit, { minLength: 1, maxLength: 4 })
    .map((edits) => withTokens(page, edits));
  assertForRandom(
    'module/waiting-pages',
    fc.property(texts, (text) => {
      const all = readers.flatMap((reader) => reader.read('page.jsx', text) ?? []);
      // TypeScript's parser takes much that is wrong, and that never renders.
      if (all.length < readers.length || all.some(({ partial }) => partial)) return;
      const waits = surelyWaits(text);
      if (waits) sure += 1;
      for (const { asyncWork } of all) {
        const unsuspended = asyncWork.some(({ suspended }) => suspended !== true);
        if (waits) expect(unsuspended, text).toBe(true);
        if (!mayWait(text)) expect(asyncWork, text).toEqual([]);
      }
    }),
  );
  expect(sure).toBeGreaterThan(casesOf('module/waiting-pages') / 10);
});
