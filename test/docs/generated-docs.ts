import { type Check } from '@next-slots/core';
import type { BenchResults } from '../bench/results.js';
import { formatted } from '../harness/formatted.js';
import { withPart, type PartName } from './generated-part.js';
import { performancePage } from './performance-page.js';
import { ruleHelp } from './rule-help.js';
import type { RuleSchema } from './rule-schema.js';
import {
  disableOf,
  headerOf,
  oxlintConfig,
  optionsOf,
  ruleData,
  ruleTable,
  type CheckInVersions,
} from './rule-texts.js';

/** A check, the versions that it is for, and the schema that hosts are given for its options. */
export interface DocumentedCheck extends CheckInVersions {
  readonly schema: RuleSchema;
}

/** Pages with parts about all rules, and the data of the table on the site. */
export const rulesPage = 'docs/rules/index.md';
export const oxlintPage = 'docs/guides/oxlint.md';
export const rulesData = 'docs/.vitepress/rules.json';

/** What the pages say of their rules, for SARIF. */
export const ruleHelpModule = 'packages/cli/src/check/formats/rule-help.ts';

/** The docs as they are: texts by path from the workspace's root. */
export type Docs = ReadonlyMap<string, string>;

/** What the docs should be. */
export interface GeneratedDocs {
  /** The texts of all files with generated parts. */
  readonly texts: Docs;
  /** One sentence for each thing that generating cannot mend. */
  readonly problems: readonly string[];
}

/** Where a rule has its page. */
export function pageOf(check: Pick<Check, 'name'>): string {
  return `docs/rules/${check.name}.md`;
}

/** Writes the generated parts of the README and of the rules' pages, and all of the page of the benchmarks. */
export async function generateDocs(
  docs: Docs,
  documented: readonly DocumentedCheck[],
  measured: BenchResults,
): Promise<GeneratedDocs> {
  const texts = new Map<string, string>();
  const problems: string[] = [];

  const put = async (file: string, parts: Readonly<Partial<Record<PartName, string>>>) => {
    let text = docs.get(file);
    if (text === undefined) {
      problems.push(`${file} is missing.`);
      return;
    }
    for (const [name, part] of Object.entries(parts)) {
      const next = withPart(text, name as PartName, await formatted('part.md', part));
      if (next === undefined) problems.push(`${file} has no place for the generated ${name}.`);
      else text = next;
    }
    texts.set(file, text);
  };

  await put('README.md', { rules: ruleTable(documented, 'docs/rules') });
  await put(rulesPage, { rules: ruleTable(documented, '.') });
  await put(oxlintPage, { oxlint: oxlintConfig(documented) });
  for (const { check, versions, schema } of documented) {
    await put(pageOf(check), {
      header: headerOf({ check, versions }),
      options: optionsOf(schema),
      disable: disableOf(check),
    });
  }
  texts.set(
    ruleHelpModule,
    await formatted(
      ruleHelpModule,
      ruleHelp(new Map(documented.map(({ check }) => [check.name, docs.get(pageOf(check)) ?? '']))),
    ),
  );
  texts.set(rulesData, await formatted(rulesData, ruleData(documented)));

  texts.set(
    'docs/performance.md',
    await formatted('docs/performance.md', performancePage(measured)),
  );

  const pages = new Set(documented.map(({ check }) => pageOf(check)));
  for (const file of docs.keys()) {
    if (file.startsWith('docs/rules/') && file !== rulesPage && !pages.has(file)) {
      problems.push(`${file} belongs to no rule.`);
    }
  }
  return { texts, problems };
}
