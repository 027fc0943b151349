import { checks } from '@next-slots/core';
import { expect, test } from 'vitest';
import { ruleExamples } from '../../docs/.vitepress/rule-examples.js';
import { AppModel } from '../../packages/explorer/src/model/app-model.js';
import type { Target } from '../../packages/explorer/src/model/explorer-state.js';
import { describeText } from '../../packages/explorer/src/playground/describe-text.js';
import { famousBugs } from '../../packages/explorer/src/playground/examples.js';
import { parseTree, printTree } from '../../packages/explorer/src/playground/file-tree.js';
import {
  exampleIn,
  printApp,
  readApp,
  withoutApp,
} from '../../packages/explorer/src/playground/link.js';
import { parseModule } from '../../packages/explorer/src/playground/parser.js';

const files = [
  'app/@team/[...rest]/page.tsx',
  'app/empty/',
  'app/layout.tsx',
  'app/shop/[id]/page.tsx',
  'package.json',
];

/** An app that is text, with what the checks find where a Next.js version builds it. */
async function described(texts: ReadonlyMap<string, string>, target?: Target) {
  const { explorer, findings } = describeText(texts, parseModule);
  const found = await findings(target ?? explorer.next, () => Promise.resolve(false));
  if (!found) throw new Error('Somebody stopped the checks.');
  return { explorer, ...found };
}

test('a tree is drawn and read', () => {
  const tree = printTree(files);
  expect(tree).toBe(`package.json
app/
  layout.tsx
  @team/
    [...rest]/
      page.tsx
  empty/
  shop/
    [id]/
      page.tsx
`);
  expect([...parseTree(tree)].sort()).toEqual(files);
});

test.each([
  ['lines, as tree draws them', 'app\n├── layout.tsx\n├── @team\n│   └── page.tsx\n└── page.tsx\n'],
  ['one path a line', './app/layout.tsx\napp/@team/page.tsx\n\napp/page.tsx'],
  ['comments', 'app/   # the app\n  layout.tsx # root\n  @team/\n    page.tsx\n  page.tsx'],
  ['tabs', 'app\n\tlayout.tsx\n\t@team\n\t\tpage.tsx\n\tpage.tsx'],
])('a tree is read from %s', (_name, text) => {
  expect(parseTree(text)).toEqual(['app/layout.tsx', 'app/@team/page.tsx', 'app/page.tsx']);
});

test('an app comes back from its link, which nothing in it can break', async () => {
  const app = { files: { 'app/layout.tsx': '', 'app/größe & more/page.tsx': '</script>\u0000' } };
  const link = `#${await printApp(app)}&url=/a&from=/b`;
  expect(link).toMatch(/^#tree=[\w-]+&url=/u);
  expect(await readApp(link)).toEqual(app);
  expect(withoutApp(link)).toBe('#url=/a&from=/b');
});

test.each(['', '#url=/', '#tree=', '#tree=abc', `#tree=${btoa('"x"')}`])(
  'a link without an app holds none: %s',
  async (link) => {
    expect(await readApp(link)).toBeUndefined();
  },
);

test('a link can name an example', () => {
  expect(exampleIn('#example=modal-stays&url=/')).toBe('modal-stays');
  expect(withoutApp('#example=modal-stays&url=/')).toBe('#url=/');
});

test.each([
  ['404-on-refresh', 'require-slot-default'],
  ['modal-stays', 'no-lingering-modal'],
  ['strict-matching', 'require-slot-default'],
  ['route-groups', 'require-slot-default'],
  ['misspelled-prop', 'match-slot-props'],
])('%s shows what %s finds', async (example, check) => {
  const texts = famousBugs.find(({ name }) => name === example)?.files ?? {};
  const { findings } = await described(new Map(Object.entries(texts)));
  expect(findings.map((finding) => finding.check)).toContain(check);
});

test.each(ruleExamples())(
  'the example of $name shows what the rule finds',
  async ({ name, files }) => {
    const { findings } = await described(new Map(Object.entries(files)));
    expect(findings.map(({ check }) => check)).toContain(name);
  },
);

test('there is an example of each rule that a tree of names can break', () => {
  const names = checks.map(({ name }) => name).filter((name) => name !== 'readable-route-folders');
  expect(ruleExamples().map(({ name }) => name)).toEqual(names.sort());
});

test('a build that fails over what files export fails at their URLs, as explain says', async () => {
  const page = (dynamic: string) =>
    `export const dynamic = '${dynamic}';\nexport default function Page() {\n  return null;\n}\n`;
  const texts = new Map([
    ['app/layout.tsx', ''],
    ['app/page.tsx', ''],
    ['app/@team/page.tsx', page('force-static')],
    ['app/@team/default.tsx', ''],
    ['app/@stats/page.tsx', page('force-dynamic')],
    ['app/@stats/default.tsx', ''],
    ['app/about/page.tsx', ''],
  ]);
  const { explorer, rejected } = await described(texts);
  expect(rejected).toEqual(['/']);
  const { routes } = new AppModel(explorer).matches(explorer.next, rejected);
  expect(routes.map(({ url, outcome }) => [url, outcome])).toEqual([
    ['/', 'build-error'],
    ['/about', 'ok'],
  ]);
});

test('what is typed says which Next.js and which checks; half-typed text stops nothing', async () => {
  const texts = new Map([
    ['package.json', '{ "dependencies": { "next": "^15.5.29" } }'],
    ['next-slots.config.json', '{ "rules": { "require-slot-default": "off" } }'],
    ['src/app/layout.tsx', 'export default function Layout({ children'],
    ['src/app/@team/page.tsx', ''],
    ['src/app/page.tsx', ''],
    ['src/app/about/page.tsx', ''],
  ]);
  const { explorer, findings } = await described(texts);
  expect(findings).toEqual([]);
  expect(explorer).toMatchObject({
    name: 'src/app',
    next: { version: '15.5.29', bundler: 'webpack' },
  });
  texts.delete('next-slots.config.json');
  const target = { version: '16.4.6', bundler: 'turbopack' } as const;
  const checked = await described(texts, target);
  expect(checked.findings.map(({ check }) => check)).toContain('require-slot-default');
});
