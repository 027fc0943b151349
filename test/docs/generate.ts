/** Writes the generated parts of the docs; with `--check`, says which are out of date. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { checks } from '@next-slots/core';
import plugin from 'eslint-plugin-next-slots';
import type { BenchResults } from '../bench/results.js';
import {
  generateDocs,
  oxlintPage,
  pageOf,
  ruleHelpModule,
  rulesData,
  type Docs,
} from './generated-docs.js';
import { examplesOf } from './rule-page.js';
import { ruleSchemaOf } from './rule-schema.js';
import { versionsOfRules } from './rule-versions.js';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

function readDocs(): Docs {
  const pages = readdirSync(join(root, 'docs/rules')).map((name) => `docs/rules/${name}`);
  return new Map(
    ['README.md', 'docs/performance.md', oxlintPage, rulesData, ruleHelpModule, ...pages].map(
      (file) => [file, readFileSync(join(root, file), 'utf8')],
    ),
  );
}

/** The examples in a rule's page that are reported. */
function failingExamples(page: string) {
  return examplesOf(page).filter(({ verdict }) => verdict === 'fails');
}

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const docs = readDocs();
const versions = await versionsOfRules(
  new Map(checks.map((check) => [check.name, failingExamples(docs.get(pageOf(check)) ?? '')])),
  join(root, 'packages/cli/dist/main.js'),
);
const measured = readFileSync(join(root, 'test/bench/results.json'), 'utf8');
const { texts, problems } = await generateDocs(
  docs,
  checks.map((check) => ({
    check,
    versions: versions.get(check.name) ?? [],
    schema: ruleSchemaOf(plugin.rules[check.name]?.meta?.schema),
  })),
  JSON.parse(measured) as BenchResults,
);
const stale = [...texts].filter(([file, text]) => docs.get(file) !== text);
const complaints = [...problems];
if (values.check) {
  complaints.push(
    ...stale.map(([file]) => `${file} is out of date: run \`pnpm generate\` and commit it.`),
  );
} else {
  for (const [file, text] of stale) {
    writeFileSync(join(root, file), text);
    console.log(`Wrote ${file}`);
  }
}
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length > 0 ? 1 : 0;
