import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fullMessage } from '@next-slots/core';
import * as v from 'valibot';
import { afterAll, inject } from 'vitest';
import { NextApp, runProcess } from '../harness/next-app.js';
import { link, workspace } from '../harness/packed.js';
import { exampleFiles } from './example-files.js';
import type { Example } from './rule-page.js';

/** One example, and the folder of its project. */
export interface ExampleApp {
  readonly rule: string;
  readonly folder: string;
  readonly example: Example;
}

/** A finding in one project, as a page states it. */
export interface Report {
  readonly rule: string;
  readonly text: string;
  /** Whether edits come with it; ESLint does not say. */
  readonly hasEdits?: boolean;
  /** The places, `file:line:column `, that the command line lists with the cause instead of reporting them. */
  readonly caused?: readonly string[];
}

/** Reports by the folder of the project. */
export type Reports = ReadonlyMap<string, readonly Report[]>;

/** The examples as projects on disk, side by side in one workspace, for the packed hosts. */
export class ExampleApps extends NextApp {
  readonly #apps: readonly ExampleApp[];

  constructor(apps: readonly ExampleApp[]) {
    super({ 'package.json': '{ "type": "module" }', 'eslint.config.js': config(apps) }, afterAll);
    this.#apps = apps;
    for (const { folder, rule, example } of apps) {
      for (const [path, text] of Object.entries(exampleFiles(rule, example))) {
        this.write(`${folder}/${path}`, text);
      }
      for (const [path, target] of Object.entries(example.links)) {
        symlinkSync(target, this.path(folder, path));
      }
    }
    for (const name of ['eslint', '@typescript-eslint/parser']) {
      link(join(workspace, 'node_modules', name), this.path('node_modules', name));
    }
    const plugin = 'eslint-plugin-next-slots';
    link(join(inject('packed'), plugin), this.path('node_modules', plugin));
  }

  /** What the packed ESLint plugin reports, from one run over all. */
  async eslint(): Promise<Reports> {
    const { stdout, stderr } = await runProcess(
      process.execPath,
      [this.path('node_modules/eslint/bin/eslint.js'), '-f', 'json', '.'],
      { cwd: this.root },
    );
    const results = v.parse(eslintResults, parseJson(stdout, stderr));
    return this.#byFolder(
      results.flatMap(({ filePath, messages }) =>
        messages.map(({ ruleId, line, column, message }) => ({
          rule: ruleId?.replace('next-slots/', '') ?? 'a parser',
          file: filePath.slice(this.root.length + 1).replaceAll('\\', '/'),
          text: `${line}:${column} ${message}`,
        })),
      ),
    );
  }

  /** What the packed command line reports, from one run over all. */
  async cli(): Promise<Reports> {
    const { stdout, stderr } = await runProcess(
      process.execPath,
      [join(inject('packed'), 'next-slots/dist/main.js'), 'check', '.', '--format', 'json'],
      { cwd: this.root },
    );
    const { findings } = v.parse(cliFindings, parseJson(stdout, stderr));
    return this.#byFolder(
      findings.map(({ check, file, range, message, help, edits, related }) => ({
        rule: check,
        file,
        text: `${placeOf(range)}${fullMessage({ message, help })}`,
        hasEdits: edits.length > 0,
        caused: related.map((each) => `${pathInApp(each.file)}:${placeOf(each.range)}`),
      })),
    );
  }

  #byFolder(all: readonly (Report & { readonly file: string })[]): Reports {
    return new Map(
      this.#apps.map(({ folder }) => [
        folder,
        all
          .filter(({ file }) => file.startsWith(`${folder}/`))
          .map(({ file, text, ...rest }) => ({
            ...rest,
            text: `${file.slice(folder.length + 1)}:${text}`,
          })),
      ]),
    );
  }
}

function config(apps: readonly ExampleApp[]): string {
  const rules = apps.map(({ folder, rule, example }) => ({
    files: [`${folder}/**`],
    rules: { [`next-slots/${rule}`]: ['error', example.options] },
  }));
  return `
import * as parser from '@typescript-eslint/parser';
import nextSlots from 'eslint-plugin-next-slots';
export default [
  {
    files: ['**/*.{js,jsx,ts,tsx}'],
    languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
  },
  nextSlots.configs.recommended,
  ...${JSON.stringify(rules)},
];
`;
}

const eslintResults = v.array(
  v.object({
    filePath: v.string(),
    messages: v.array(
      v.object({
        ruleId: v.nullable(v.string()),
        line: v.number(),
        column: v.number(),
        message: v.string(),
      }),
    ),
  }),
);

const printedRange = v.object({ start: v.object({ line: v.number(), column: v.number() }) });

const cliFindings = v.object({
  findings: v.array(
    v.object({
      check: v.string(),
      file: v.string(),
      range: printedRange,
      related: v.array(v.object({ file: v.string(), range: printedRange })),
      message: v.string(),
      help: v.string(),
      edits: v.array(v.unknown()),
    }),
  ),
});

function placeOf({ start: { line, column } }: v.InferOutput<typeof printedRange>): string {
  return `${line}:${column} `;
}

/** The path of a file without the two folders that its example lies in. */
function pathInApp(file: string): string {
  return file.split('/').slice(2).join('/');
}

function parseJson(stdout: string, stderr: string): unknown {
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`No JSON on standard output: ${stdout}\n${stderr}`);
  }
}
