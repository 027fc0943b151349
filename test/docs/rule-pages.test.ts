/** Every example in a rule's page does what the page says, through ESLint and the command line. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checks } from '@next-slots/core';
import plugin from 'eslint-plugin-next-slots';
import { beforeAll, describe, expect, test } from 'vitest';
import { workspace } from '../harness/packed.js';
import { ExampleApps, type ExampleApp, type Reports } from './example-apps.js';
import { pageOf } from './generated-docs.js';
import { examplesOf } from './rule-page.js';

const apps: readonly ExampleApp[] = checks.flatMap((check) =>
  examplesOf(readFileSync(join(workspace, pageOf(check)), 'utf8')).map((example, index) => ({
    rule: check.name,
    folder: `${check.name}/${example.verdict}-${String(index + 1)}`,
    example,
  })),
);

let eslint: Reports;
let cli: Reports;
beforeAll(async () => {
  const workspaceOfExamples = new ExampleApps(apps);
  [eslint, cli] = await Promise.all([workspaceOfExamples.eslint(), workspaceOfExamples.cli()]);
});

describe.each(checks)('$name', ({ name, fixable }) => {
  const own = apps.filter(({ rule }) => rule === name);

  test('shows a failing and a passing case', () => {
    const verdicts = own.map(({ example }) => example.verdict);
    expect(verdicts).toEqual(expect.arrayContaining(['fails', 'passes']));
  });

  test('is marked as fixable when one of its cases can be fixed', () => {
    const reports = own.flatMap(({ folder }) => cli.get(folder) ?? []);
    expect(reports.some(({ rule, hasEdits }) => rule === name && hasEdits)).toBe(fixable);
  });

  test('has its page where ESLint sends people', () => {
    const url = plugin.rules[name]?.meta?.docs?.url;
    expect(url).toBe(`https://github.com/next-slots/next-slots/blob/main/${pageOf({ name })}`);
  });
});

describe.each(apps)('$folder', ({ folder, rule, example }) => {
  const reported = (reports: Reports) =>
    (reports.get(folder) ?? [])
      .filter((report) => example.verdict === 'passes' || report.rule === rule)
      .map(({ text }) => text)
      .sort();
  const stated = [...example.reports].sort();

  test('says what it finds exactly where it fails', () => {
    if (example.verdict === 'fails') expect(stated).not.toEqual([]);
    else expect(stated).toEqual([]);
  });

  test('through ESLint', () => {
    expect(reported(eslint)).toEqual(stated);
  });

  test('through the command line, with its cause where that is reported', () => {
    const caused = (cli.get(folder) ?? []).flatMap((report) => report.caused ?? []);
    const byThemselves = stated.filter((text) => !caused.some((place) => text.startsWith(place)));
    expect(reported(cli)).toEqual(byThemselves);
  });
});
