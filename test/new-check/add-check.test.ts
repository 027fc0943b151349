import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fullMessage, type Check } from '@next-slots/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { examplesOf } from '../docs/rule-page.js';
import { appFrom, type AppFiles } from '../harness/findings.js';
import { formatted } from '../harness/formatted.js';
import { runProcess } from '../harness/next-app.js';
import { workspace } from '../harness/packed.js';
import { addCheck } from './add-check.js';
import { mistakesFile, registryFile } from './check-files.js';

const name = 'require-made-up-file';
const ownFiles = [
  `packages/core/src/rules/${name}.ts`,
  `test/core/rules/${name}.test.ts`,
  `docs/rules/${name}.md`,
];

/** The part of the workspace that a check is made in, as a copy. What is not changed is there as built. */
const copy = mkdtempSync(join(tmpdir(), 'next-slots-new-check-'));
const read = (file: string) => readFileSync(join(copy, file), 'utf8');
const takenNames = ['require-slot-error', 'valid-slot-name'];

beforeAll(() => {
  const paths = [
    'packages/core/dist',
    'packages/core/package.json',
    registryFile,
    ...takenNames.map((taken) => `packages/core/src/rules/${taken}.ts`),
    mistakesFile,
    'tsconfig.base.json',
  ];
  for (const path of paths) cpSync(join(workspace, path), join(copy, path), { recursive: true });
  const modules = 'packages/core/node_modules';
  symlinkSync(join(workspace, modules), join(copy, modules), 'junction');
});

afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

test.each(['Title', 'title', 'slot_title', 'slot title', '-slot', 'slot-', '../slot-title', ''])(
  'the name %j is rejected, and nothing is written',
  (bad) => {
    const before = [read(registryFile), read(mistakesFile)];
    expect(addCheck(copy, bad)).toEqual({
      problem: `${JSON.stringify(bad)} is no name for a check: use two or more words in small letters with hyphens, such as require-slot-title.`,
    });
    expect([read(registryFile), read(mistakesFile)]).toEqual(before);
  },
);

test.each(takenNames)('%s is taken', (taken) => {
  const before = [read(registryFile), read(`packages/core/src/rules/${taken}.ts`)];
  expect(addCheck(copy, taken)).toMatchObject({
    problem: expect.stringMatching(
      new RegExp(`^The name ${taken} is taken: packages/core/`, 'u'),
    ) as unknown,
  });
  expect([read(registryFile), read(`packages/core/src/rules/${taken}.ts`)]).toEqual(before);
});

describe('a new check', () => {
  beforeAll(() => {
    expect(addCheck(copy, name)).toEqual({ written: [...ownFiles, registryFile, mistakesFile] });
  });

  test('is not written twice', () => {
    expect(addCheck(copy, name)).toEqual({
      problem: `The name ${name} is taken: ${ownFiles.join(', ')}.`,
    });
  });

  test('is formatted', async () => {
    for (const file of [...ownFiles.slice(0, 2), registryFile, mistakesFile]) {
      expect(read(file)).toBe(await formatted(file, read(file)));
    }
  });

  test('compiles, and finds what its page says', async () => {
    const config = {
      extends: '../../tsconfig.base.json',
      compilerOptions: {
        composite: false,
        declaration: false,
        rootDir: 'src',
        outDir: 'dist',
        rootDirs: ['src', 'dist'],
      },
      files: [`src/rules/${name}.ts`, 'src/rules/engine/registry.ts'],
    };
    const folder = join(copy, 'packages/core');
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const tsc = join(workspace, 'node_modules/typescript/bin/tsc');
    const { stdout } = await runProcess(process.execPath, [tsc, '-p', folder], { cwd: copy });
    expect(stdout).toBe('');

    const compiled = join(folder, 'dist/index.js');
    const core = (await import(pathToFileURL(compiled).href)) as typeof import('@next-slots/core');
    const checks: readonly Check[] = core.checks;
    const check = checks.find((each) => each.name === name);
    if (!check) throw new Error('It is not in the registry.');
    const examples = examplesOf(read(`docs/rules/${name}.md`)).map(({ files, reports }) => {
      const app = Object.entries(files).map(([file, text]) => [file.replace('app/', ''), text]);
      const findings = core.runChecks(appFrom(Object.fromEntries(app) as AppFiles), [
        { check, options: {}, severity: 'error', isFromPreset: false },
      ]);
      const found = findings.map((finding) => `app/${finding.file} ${fullMessage(finding)}`);
      return { reports, found };
    });
    expect(examples.map(({ found }) => found)).toEqual(
      examples.map(({ reports }) => reports.map((report) => report.replace(/:\d+:\d+ /u, ' '))),
    );
    expect(examples.flatMap(({ found }) => found)).not.toEqual([]);
  });
});
