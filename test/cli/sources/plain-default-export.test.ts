import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainDefaultExport } from '../../../packages/cli/src/sources/plain-default-export.js';
import { readers } from '../../core/source/parsers.js';
import { assertForRandom, casesOf } from '../../harness/random-cases.js';
import { tokenEdit, withTokens } from '../../random/token-edits.js';

test.each([
  'export default function Page() {}',
  "'use client';\n\nexport default async function Page() {}",
  '/* Shown first. */\nexport default function () {}',
  "const labels = { open: 'Open' };\nexport default function Page() {}",
])('tells without parsing: %j', (text) => {
  const start = text.indexOf('default');
  expect(plainDefaultExport(text)).toEqual({
    kind: 'component',
    range: { start, end: start + 'default'.length },
  });
});

test.each([
  'export default function* pages() {}',
  'export default function *pages() {}',
  'export default () => null;',
  'export default functions;',
  'function Page() {}\nexport default Page;',
  '/*\nexport default function Page() {}\n*/',
  'const text = `\nexport default function Page() {}\n`;',
  '// export default function Page() {}',
  'export function Page() {}',
  'export default function Page(a: string): null;\nexport default function Page() {}',
  'function Docs() {\n  return <pre>\nexport default async function Page\n</pre>;\n}\n',
])('leaves to the parser: %j', (text) => {
  expect(plainDefaultExport(text)).toBeUndefined();
});

const page = `import { getOrders } from '@/lib/orders';

const labels = { open: 'Open', paid: 'Paid' };

/** What was ordered. */
export default async function Orders({ params }) {
  const { id } = await params;
  return <p className={\`a \${id}\`}>{labels.open}</p>;
}
`;

test('what is told without parsing is what every reader says', () => {
  let told = 0;
  const texts = fc
    .array(tokenEdit, { minLength: 1, maxLength: 4 })
    .map((edits) => withTokens(page, edits));
  assertForRandom(
    'cli/plain-default-exports',
    fc.property(texts, (text) => {
      const found = plainDefaultExport(text);
      if (!found) return;
      const all = readers.flatMap((reader) => reader.read('page.jsx', text) ?? []);
      // TypeScript's parser takes much that is wrong, and that never renders.
      if (all.length < readers.length || all.some(({ partial }) => partial)) return;
      told += 1;
      for (const { defaultExport } of all) expect(defaultExport, text).toEqual(found);
    }),
  );
  expect(told).toBeGreaterThan(casesOf('cli/plain-default-exports') / 10);
});
