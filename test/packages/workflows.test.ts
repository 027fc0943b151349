/** What the workflows on GitHub may do. Read as text: they are short, and nothing here parses YAML. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { workspace } from '../harness/packed.js';

const folder = join(workspace, '.github', 'workflows');
const workflows = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(join(folder, name), 'utf8'),
}));

test.each(workflows)('$name takes actions by their commit alone', ({ text }) => {
  const used = Array.from(text.matchAll(/uses: (?<action>.*)$/gmu), ([, action]) => action);
  expect(used.length).toBeGreaterThan(0);
  for (const action of used)
    expect(action).toMatch(/^[\w-]+\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/u);
});

test('every program that a workflow fetches has an exact version', () => {
  for (const { text } of workflows) {
    for (const [, program] of text.matchAll(/npx --yes (?<program>\S+)/gu)) {
      expect(program).toMatch(/@\d+\.\d+\.\d+$/u);
    }
  }
});

test('the job that may publish runs no code but npm', () => {
  const { text = '' } = workflows.find(({ name }) => name === 'release.yml') ?? {};
  const jobs = text.split(/^ {2}(?=\w+:$)/mu).slice(1);
  const trusted = jobs.filter((job) => /id-token: write|NPM_TOKEN/u.test(job));
  expect(trusted).toHaveLength(1);
  const [job = ''] = trusted;
  expect(job).not.toMatch(/checkout|pnpm|npx|npm (?:ci|install|test|run)|changesets/u);
  expect(job).toContain('--ignore-scripts');
  expect(text).toMatch(/^permissions: \{\}$/mu);
});
