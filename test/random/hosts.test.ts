/** Random apps on disk, shown to every host at once. */
import { checks } from '@next-slots/core';
import * as fc from 'fast-check';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { runProcess } from '../harness/next-app.js';
import { sampleRandom } from '../harness/random-cases.js';
import { commandLine, eslint, languageServer } from '../parity/hosts.js';
import { inOrder, type ParityApp, type ParityFinding } from '../parity/parity-app.js';
import { ParityWorkspace } from '../parity/parity-workspace.js';
import { randomApps, randomTarget } from './random-apps.js';

/** So many apps share a folder, and the processes that look at it. */
const batchSize = 50;

const everyCheck = Object.fromEntries(checks.map(({ name }) => [name, 'error']));

const parityApps = fc
  .tuple(randomApps(3), randomTarget)
  .map(([files, { version, bundler }]): ParityApp => {
    return {
      next: version,
      config: { preset: 'strict', rules: everyCheck, bundler },
      files: Object.fromEntries(
        Object.entries(files)
          // An empty folder is none to Git, and none here.
          .filter(([file]) => !file.endsWith('/'))
          .map(([file, text]) => [`app/${file}`, text]),
      ),
    };
  });

const sampled = sampleRandom('apps/hosts', parityApps);
const batches = Array.from({ length: Math.ceil(sampled.length / batchSize) }, (_, index) =>
  sampled.slice(index * batchSize, (index + 1) * batchSize),
);

test.each(batches.map((apps, index) => [index, apps] as const))(
  'hosts agree on random apps, and a repair leaves nothing to repair: batch %i',
  async (_index, apps) => {
    const all = new ParityWorkspace(
      Object.fromEntries(apps.map((app, index) => [`app${String(index)}`, app])),
    );
    const [inTerminal, inEslint, inServer] = await Promise.all([
      commandLine(all),
      eslint(all),
      languageServer(all),
    ]);
    // Some of the corpus is refused by the parser that ESLint brings along.
    const refused = new Set(inEslint.filter(({ check }) => check === 'no rule').map(fileOf));
    const seen = (findings: readonly ParityFinding[]) =>
      inOrder(findings.filter((finding) => !refused.has(fileOf(finding))));
    const expected = seen(inTerminal);
    expect(expected.length).toBeGreaterThan(100);
    expect(seen(inEslint), 'ESLint').toEqual(expected);
    expect(seen(inServer.workspace), 'language server, workspace').toEqual(expected);
    expect(seen(inServer.closedDocuments), 'language server, closed').toEqual(expected);
    expect(seen(inServer.openDocuments), 'language server, open').toEqual(expected);

    expect(await fix(all)).toMatch(/^(?:created|edited) /mu);
    const repaired = textsOf(all);
    expect(await fixable(all)).toEqual([]);
    expect(await fix(all)).toMatch(/^There is nothing to repair\.$/mu);
    expect(textsOf(all)).toEqual(repaired);
  },
);

function fileOf({ file }: ParityFinding): string {
  return file;
}

function cli(all: ParityWorkspace, command: string, ...flags: readonly string[]) {
  const main = join(inject('packed'), 'next-slots/dist/main.js');
  const args = [main, command, ...Object.keys(all.apps), ...flags];
  return runProcess(process.execPath, args, { cwd: all.root });
}

async function fix(all: ParityWorkspace): Promise<string> {
  const { stdout, stderr } = await cli(all, 'fix', '--yes');
  expect(stderr).toBe('');
  return stdout;
}

async function fixable(all: ParityWorkspace): Promise<readonly unknown[]> {
  const { stdout } = await cli(all, 'check', '--format', 'json');
  const { findings } = JSON.parse(stdout) as { findings: { readonly edits: readonly unknown[] }[] };
  return findings.filter(({ edits }) => edits.length > 0);
}

function textsOf(all: ParityWorkspace): Readonly<Record<string, string>> {
  return Object.fromEntries(all.modules().map((file) => [file, all.read(file)]));
}
