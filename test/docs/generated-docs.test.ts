import { checks, type Check } from '@next-slots/core';
import { expect, test } from 'vitest';
import type { BenchResults } from '../bench/results.js';
import { generateDocs, oxlintPage, pageOf, rulesData, rulesPage } from './generated-docs.js';

const [first] = checks;
const check: Check = first;
const schema = {
  properties: { scaffold: { type: 'boolean', default: true, description: 'Creates | files.' } },
};
const page = (name: string) =>
  `<!-- begin ${name}: written by pnpm generate -->\n<!-- end ${name} -->\n`;
const measured = {
  machine: {
    processor: 'A chip',
    cores: 2,
    memory: '24 GiB',
    node: 'v20.20.2',
    system: 'linux x64',
  },
  date: '2026-11-24',
  tables: [
    {
      name: 'walk',
      title: 'Walking',
      about: 'What a walk takes.',
      figures: [
        { what: 'both', value: 2.5, unit: 'ms', beside: { what: 'one', value: 2 } },
        { what: 'memory', value: 1234.5, unit: 'MB' },
      ],
    },
  ],
} satisfies BenchResults;
const documented = { check, schema, versions: ['16.4'] };
const readme = page('rules');
const rulePage = `${page('header')}\n## Options\n\n${page('options')}\n${page('disable')}`;

test('the docs as generated stay as they are', async () => {
  const docs = new Map([
    ['README.md', `# Us\n\n${readme}`],
    [rulesPage, readme],
    [oxlintPage, page('oxlint')],
    [pageOf(check), rulePage],
  ]);
  const { texts, problems } = await generateDocs(docs, [documented], measured);
  expect(problems).toEqual([]);
  expect(texts.get('README.md')).toContain(`[${check.name}](docs/rules/${check.name}.md)`);
  const text = texts.get(pageOf(check));
  expect(texts.get(rulesPage)).toContain(`[${check.name}](./${check.name}.md)`);
  expect(texts.get(oxlintPage)).toContain(`"next-slots/${check.name}": "error"`);
  expect(JSON.parse(texts.get(rulesData) ?? '')).toMatchObject({
    rules: [{ name: check.name, fixable: check.fixable, versions: ['16.4'] }],
  });
  expect(text).toContain(`# ${check.name}\n\n${check.description}.\n`);
  expect(text).toContain('\nNext.js: 16.4.\n');
  expect(text).toContain(`// eslint-disable-next-line next-slots/${check.name} -- the reason`);
  expect(text).toMatch(/\| `scaffold` +\| boolean +\| `true` +\| Creates \\\| files\. \|/u);
  expect((await generateDocs(texts, [documented], measured)).texts).toEqual(texts);
});

test('text around the generated parts is kept, text in them is not', async () => {
  const docs = new Map([
    ['README.md', readme],
    [rulesPage, readme],
    [oxlintPage, page('oxlint')],
    [pageOf(check), `${rulePage.replace('\n<!-- end', '\nOnce true.\n<!-- end')}\nBy hand.\n`],
  ]);
  const text = (await generateDocs(docs, [documented], measured)).texts.get(pageOf(check));
  expect(text).not.toContain('Once true.');
  expect(text).toMatch(/\nBy hand\.\n$/u);
});

test('a missing page, a page of no rule and a page without places are named', async () => {
  const docs = new Map([
    ['README.md', '# Us\n'],
    ['docs/rules/no-such-rule.md', ''],
  ]);
  const { problems } = await generateDocs(docs, [documented], measured);
  expect(problems).toEqual([
    'README.md has no place for the generated rules.',
    `${rulesPage} is missing.`,
    `${oxlintPage} is missing.`,
    `${pageOf(check)} is missing.`,
    'docs/rules/no-such-rule.md belongs to no rule.',
  ]);
});

test('the page of the benchmarks names the machine, and sets the figures of a run side by side', async () => {
  const { texts } = await generateDocs(new Map(), [], measured);
  const page = texts.get('docs/performance.md');
  expect(page).toContain('2026-11-24 by `pnpm bench --save` with A chip, 2 cores, 24 GiB');
  expect(page).toMatch(/## Walking\n\nWhat a walk takes\.\n/u);
  expect(page).toMatch(/\| both +\| +2\.50 ms \| +2\.00 ms one \| +1\.25 \|/u);
  expect(page).toMatch(/\| memory +\| 1,235 MB \|/u);
});
