/** Random apps on disk, shown to every host at once. */
import { checks } from '@next-slots/core';
import * as fc from 'fast-check';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, inject, test } from 'vitest';
import { pullingClient } from '../harness/lsp-app.js';
import { LspClient } from '../harness/lsp-client.js';
import { serverFile } from '../harness/lsp-server-file.js';
import { runProcess } from '../harness/next-app.js';
import { isNight } from '../harness/is-night.js';
import { sampleRandom } from '../harness/random-cases.js';
import { commandLine, eslint, languageServer, tsserver } from '../parity/hosts.js';
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

const workspaceOf = (apps: readonly ParityApp[]) =>
  new ParityWorkspace(Object.fromEntries(apps.map((app, index) => [`app${String(index)}`, app])));

describe.each(batches.map((apps, index) => [index, apps] as const))('batch %i', (_index, apps) => {
  test('integrations agree on random apps, and a second fix changes nothing', async () => {
    const all = workspaceOf(apps);
    const [inTerminal, inEslint, inServer, inTsserver] = await Promise.all([
      commandLine(all),
      eslint(all),
      languageServer(all),
      tsserver(all),
      askServer(all),
    ]);
    // Some of the corpus is refused by the parser that ESLint brings along.
    const refused = new Set(inEslint.filter(({ check }) => check === 'no rule').map(fileOf));
    const seen = (findings: readonly ParityFinding[]) =>
      inOrder(
        findings.filter(
          (finding) => !refused.has(fileOf(finding)) && !inTerminal.isListed(finding),
        ),
      );
    const expected = seen(inTerminal.findings);
    expect(expected.length).toBeGreaterThan(40);
    expect(seen(inEslint), 'ESLint').toEqual(expected);
    expect(seen(inTsserver), 'tsserver').toEqual(expected);
    expect(seen(inServer.workspace), 'language server, workspace').toEqual(expected);
    expect(seen(inServer.closedDocuments), 'language server, closed').toEqual(expected);
    expect(seen(inServer.openDocuments), 'language server, open').toEqual(expected);

    expect(await fix(all)).toMatch(/^(?:created|edited) /mu);
    const repaired = textsOf(all);
    expect(await fixable(all)).toEqual([]);
    expect(await fix(all)).toMatch(/^Nothing to fix\.$/mu);
    expect(textsOf(all)).toEqual(repaired);
  });

  test.runIf(isNight)('`eslint --fix` terminates', async () => {
    const all = workspaceOf(apps);
    // This writes the config that ESLint needs.
    await eslint(all);
    // A file that one run creates is linted by the next, which may find that it calls for another.
    let before = textsOf(all);
    for (let round = 0; ; round += 1) {
      expect(round).toBeLessThan(5);
      await lintAndFix(all);
      const after = textsOf(all);
      if (JSON.stringify(after) === JSON.stringify(before)) break;
      before = after;
    }
  });
});

function fileOf({ file }: ParityFinding): string {
  return file;
}

/** Asks the language server for everything, at many places of every fifth file. */
async function askServer(all: ParityWorkspace): Promise<void> {
  const client = new LspClient({
    command: [process.execPath, serverFile(), '--stdio'],
    cwd: all.root,
    folders: Object.keys(all.apps).map((name) => all.path(name)),
    capabilities: pullingClient,
  });
  try {
    await client.open();
    for (const file of all.modules().filter((_, index) => index % 5 === 0)) {
      const text = all.read(file);
      const textDocument = { uri: pathToFileURL(all.path(file)).href };
      client.notify('textDocument/didOpen', {
        textDocument: { ...textDocument, languageId: 'typescriptreact', version: 1, text },
      });
      const lines = text.split(/\r?\n/u);
      const end = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
      const range = { start: { line: 0, character: 0 }, end };
      const context = { diagnostics: [], includeDeclaration: true };
      await client.request('textDocument/codeAction', { textDocument, range, context });
      await client.request('textDocument/codeLens', { textDocument });
      await client.request('textDocument/documentLink', { textDocument });
      for (const [line, { length }] of lines.entries()) {
        const position = { line, character: (line * 7) % (length + 1) };
        for (const method of ['completion', 'hover', 'definition', 'references']) {
          await client.request(`textDocument/${method}`, { textDocument, position, context });
        }
      }
      client.notify('textDocument/didClose', { textDocument });
    }
    expect(client.stderr).toBe('');
  } finally {
    await client.kill();
  }
}

/** Runs ESLint with the config that stands there for the comparison. */
async function lintAndFix(all: ParityWorkspace): Promise<void> {
  const main = all.path('node_modules/eslint/bin/eslint.js');
  const args = [main, '--fix', ...all.modules()];
  const { stderr } = await runProcess(process.execPath, args, { cwd: all.root });
  expect(stderr).toBe('');
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
