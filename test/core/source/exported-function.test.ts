import { exportedFunction } from '@next-slots/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assertForRandom, casesOf } from '../../harness/random-cases.js';
import { tokenEdit, withTokens } from '../../random/token-edits.js';
import { readers } from './parsers.js';

const plain = { async: false };
const async = { async: true };
const named = (declaration: string) => `${declaration}\n\nexport default Page;\n`;

test.each([
  ['export default function Page() {}', plain],
  ["'use client';\n\nexport default async function Page() {}", async],
  ['/* Shown first. */\nexport default function () {}', plain],
  [named('function Page() {}'), plain],
  [named('export async function Page() {}'), async],
  [named('const Page = () => null;'), plain],
  [named('const Page = async ({\n  params,\n}) => {\n  return `a`;\n};'), async],
  [named('const Page: NextPage<Props> = async (props: Props): Promise<X> => null;'), async],
  [named('const a = `b`;\nconst Page = async () => null;'), async],
  [named('const Page = props => null;'), plain],
  ['const $ = () => null;\nexport default $', plain],
])('%j: %j', (text, expected) => {
  expect(exportedFunction(text)).toEqual(expected);
});

test.each([
  'export default function* pages() {}',
  'export default function *pages() {}',
  'export default () => null;',
  'export default functions;',
  '/*\nexport default function Page() {}\n*/',
  'const text = `\nexport default function Page() {}\n`;',
  '// export default function Page() {}',
  'export function Page() {}',
  named('let Page = () => null;'),
  named('const Page = (5);'),
  named('const Page = memo(() => null);'),
  named('const Page = (await load()) => null;'),
  named('function* Page() {}'),
  named('function Pages() {}'),
  named('function Page() {}\nPage = wrap(Page);'),
  named('if (x) {\nfunction Page() {}\n}'),
  named('/*\nfunction Page() {}\n*/'),
  named('const text = `\nfunction Page() {}\n`;'),
  `/*\n${named('function Page() {}')}*/`,
  // A fence of Markdown in a template, whose ticks come to an even number in all.
  named(
    'const text = `\n\\`\\`\\`\nconst Page = async () => null;\n\\`\\`\\`\n`;\nconst Page = { text };',
  ),
  named(
    "const tick = '`';\nconst text = `\nconst Page = async () => null;\n`;\nconst Page = { text };",
  ),
  `function Docs() {\n  return <pre>\nexport default async function Page\n</pre>;\n}\nexport default { Docs };\n`,
  named('const Page = async () => null;').replace(/;\n$/u, '\n  .with(x);\n'),
  named('const Page = async () => null;').replace(/;\n$/u, '\n(wrapped);\n'),
  named('const Page = async () => null;').replace(/;\n$/u, '\n  ?? other;\n'),
  named('async function Pageé() {}\nconst Page = { Pageé };'),
  named('async function Page$1() {}\nconst Page = { Page$1 };'),
  named('const Page = async function () {}.bind(null);'),
  named('function Page(a: string): null;\nasync function Page() {}'),
  named('async function Page() {}\nPage ||= other;'),
  named('async function Page() {}\nconst other = (Page = memo(Page));'),
])('in doubt: %j', (text) => {
  expect(exportedFunction(text)).toBeUndefined();
});

const pages = [
  `import { getOrders } from '@/lib/orders';

const labels = { open: 'Open', paid: \`Paid\` };

const Orders = async ({ params }) => {
  const { id } = await params;
  return <p className={\`a \${id}\`}>{labels.open}</p>;
};

export default Orders;
`,
  `function Row({ label }) {
  return <li>{label}</li>;
}

export default Page;

/** Shown first. */
function Page(props) {
  return <Row {...props} />;
}
`,
];

test('what a text surely exports, it exports to every reader', () => {
  let sure = 0;
  const texts = fc
    .tuple(fc.constantFrom(...pages), fc.array(tokenEdit, { minLength: 1, maxLength: 4 }))
    .map(([page, edits]) => withTokens(page, edits));
  assertForRandom(
    'module/exported-functions',
    fc.property(texts, (text) => {
      const found = exportedFunction(text);
      if (!found) return;
      const all = readers.flatMap((reader) => reader.read('page.jsx', text) ?? []);
      // TypeScript's parser takes much that is wrong, and that never renders.
      if (all.length < readers.length || all.some(({ partial }) => partial)) return;
      sure += 1;
      for (const { component, defaultExport } of all) {
        expect(defaultExport?.kind, text).toBe('component');
        expect(component?.kind, text).toBe('function');
        expect(component?.async, text).toBe(found.async);
      }
    }),
  );
  expect(sure).toBeGreaterThan(casesOf('module/exported-functions') / 10);
});
