import { type Check } from '@next-slots/core';
import { format } from 'prettier';
import type { BenchResults } from '../bench/results.js';
import { withPart, type PartName } from './generated-part.js';
import { performancePage } from './performance-page.js';
import type { RuleSchema } from './rule-schema.js';
import { headerOf, optionsOf, ruleTable } from './rule-texts.js';

/** A check, and the schema that hosts are given for its options. */
export interface DocumentedCheck {
  readonly check: Check;
  readonly schema: RuleSchema;
}

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

/** Writes the generated parts of the README and of every rule's page, and the page of the benchmarks. */
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
      problems.push(`${file} is missing: every rule has a page.`);
      return;
    }
    for (const [name, part] of Object.entries(parts)) {
      const next = withPart(text, name as PartName, await format(part, { parser: 'markdown' }));
      if (next === undefined) problems.push(`${file} has no place for the generated ${name}.`);
      else text = next;
    }
    texts.set(file, text);
  };

  await put('README.md', { rules: ruleTable(documented.map(({ check }) => check)) });
  for (const { check, schema } of documented) {
    await put(pageOf(check), { header: headerOf(check), options: optionsOf(schema) });
  }

  texts.set(
    'docs/performance.md',
    await format(performancePage(measured), { parser: 'markdown', proseWrap: 'preserve' }),
  );

  const pages = new Set(documented.map(({ check }) => pageOf(check)));
  for (const file of docs.keys()) {
    if (file.startsWith('docs/rules/') && !pages.has(file)) {
      problems.push(`${file} belongs to no rule.`);
    }
  }
  return { texts, problems };
}
