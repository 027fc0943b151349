/** Texts of 90 kB that repeat one thing: no reader, no check and no integration takes long over any. */
import {
  addSlotProps,
  readModuleFromESTree,
  readModuleFromTypeScript,
  renameProp,
  runChecks,
  withinStack,
  type App,
  type ModuleFacts,
} from '@next-slots/core';
import { parse } from '@typescript-eslint/parser';
import * as fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, onTestFinished, test } from 'vitest';
import { treeFromFiles } from '../harness/tree-from-files.js';
import { sampleRandom } from '../harness/random-cases.js';
import { Tsserver } from '../harness/tsserver.js';
import { commandLine, eslint, languageServer, reportedAt } from '../parity/hosts.js';
import type { ParityApp, ParityFinding } from '../parity/parity-app.js';
import { ParityWorkspace } from '../parity/parity-workspace.js';
import { selections } from './app-in-memory.js';
import { repeatedTexts } from './repeated-texts.js';

const length = 90_000;

/** Seconds of processor time, about five times what the slowest of all takes on a slow machine. */
const most = 5;

const sampled = sampleRandom('texts/repeated', fc.constantFrom(...repeatedTexts(length))).map(
  (make) => make(),
);

test.each(sampled)('$name: facts, checks and edits', ({ text }) => {
  // TypeScript's parser has texts of its own that it takes long over: thousands of modifiers in a row.
  const source = inEditor(text);
  const program = inEslint(text);
  const start = process.cpuUsage();
  if (source) useAll(text, readModuleFromTypeScript(ts, source));
  if (program) useAll(text, readModuleFromESTree(program, text));
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1e6).toBeLessThan(most);
});

/** So many texts share the processes that look at them. */
const batchSize = 10;

const batches = Array.from({ length: Math.ceil(sampled.length / batchSize) }, (_, index) =>
  sampled.slice(index * batchSize, (index + 1) * batchSize),
);

/** Without a default of `@team` the build fails, whatever the layout holds. */
function brokenApp(layout: string): ParityApp {
  const pages = {
    'app/page.tsx': true,
    'app/b/page.tsx': true,
    'app/@team/page.tsx': true,
  } as const;
  return { files: { 'app/layout.tsx': layout, ...pages }, config: { preset: 'strict' } };
}

describe.each(batches.map((texts) => [texts.map(({ name }) => name).join(' · '), texts] as const))(
  '%s',
  (_names, texts) => {
    test('every integration terminates and still reports other files', async () => {
      const apps = texts.map(({ text }, index) => [`app${index}`, brokenApp(text)] as const);
      const all = new ParityWorkspace(Object.fromEntries(apps));
      const [inTsserver, ...found] = await Promise.all([
        tsserverFindings(all),
        terminalFindings(all),
        eslint(all),
        serverFindings(all),
      ]);
      for (const findings of found) {
        for (const [name] of apps) {
          expect(findings.some(({ file }) => file.startsWith(`${name}/`))).toBe(true);
        }
      }
      const { findings, failed } = inTsserver;
      for (const [name] of apps) {
        const isFound = findings.some(({ file }) => file.startsWith(`${name}/`));
        expect(isFound || failed.includes(name)).toBe(true);
      }
    });
  },
);

async function terminalFindings(all: ParityWorkspace) {
  return (await commandLine(all)).findings;
}

async function serverFindings(all: ParityWorkspace) {
  return (await languageServer(all)).workspace;
}

/** What tsserver reports beside each text, and the apps with a text that TypeScript itself fails over. */
async function tsserverFindings(all: ParityWorkspace) {
  const server = new Tsserver('6.0', all.root, onTestFinished);
  const findings: ParityFinding[] = [];
  const failed: string[] = [];
  for (const name of Object.keys(all.apps)) {
    const layout = all.path(name, 'app/layout.tsx');
    const page = `${name}/app/b/page.tsx`;
    for (const file of [layout, all.path(page)]) server.notify('open', { file });
    // TypeScript's own check of the text may take any time.
    const { success } = await server.ask('getApplicableRefactors', {
      file: layout,
      line: 1,
      offset: 1,
    });
    if (success) findings.push(...(await reportedAt(server, all, page)));
    else failed.push(name);
  }
  return { findings, failed };
}

/** As tsserver and the language server read it. */
function inEditor(text: string): ts.SourceFile | undefined {
  return withinStack(() =>
    ts.createSourceFile('layout.tsx', text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX),
  );
}

function inEslint(text: string): ReturnType<typeof parse> | undefined {
  try {
    return parse(text, { filePath: 'layout.tsx', range: true, ecmaFeatures: { jsx: true } });
  } catch {
    // ESLint says that it cannot be parsed.
    return undefined;
  }
}

const tree = treeFromFiles([
  'layout.tsx',
  'page.tsx',
  ...['@team', '@analytics', '@data-grid'].flatMap((slot) => [`${slot}/page.tsx`]),
]);

/** Asks for every fact, runs every check and makes every edit. */
function useAll(text: string, facts: ModuleFacts): void {
  JSON.stringify(facts);
  const app: App = {
    tree,
    next: { version: '16.4.6', bundler: 'turbopack' },
    settings: {},
    sources: { text: () => text, facts: () => facts, template: () => undefined },
  };
  JSON.stringify(runChecks(app, selections.all));
  addSlotProps('layout.tsx', facts, ['team', 'other']);
  renameProp('layout.tsx', text, facts, 'team', 'other');
}
