/** Folders that nobody expects, each through every host: it answers, and checks the rest. */
import { fullMessage, readModuleFromESTree } from '@next-slots/core';
import { parseSync } from 'oxc-parser';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { pullingClient } from '../harness/lsp-app.js';
import { LspClient, type WireDiagnostic } from '../harness/lsp-client.js';
import { serverFile } from '../harness/lsp-server-file.js';
import { runProcess, type ProcessResult } from '../harness/next-app.js';
import { hostileFolders, hostileNames, type HostileFolder } from './hostile-folders.js';
import { bound, HostileWorkspace, type Snapshot } from './hostile-workspace.js';

/** Milliseconds after which a host that waits for something is ended. */
const patience = 60_000;

interface Told {
  /** Relative to the workspace. */
  readonly file: string;
  readonly check: string;
  readonly message: string;
}

type HostName = 'command line' | 'ESLint' | 'language server';
const hostNames: readonly HostName[] = ['command line', 'ESLint', 'language server'];
const kinds = Object.keys(hostileFolders) as (keyof typeof hostileFolders)[];

/** What one repair left. */
interface Repair {
  readonly result: ProcessResult;
  readonly after: Snapshot;
}

let all: HostileWorkspace;
let server: LspClient | undefined;
let before: Snapshot;
/** The files that the command line names as what a cause elsewhere breaks. */
let listed: ReadonlySet<string>;
let told: Readonly<Record<HostName, readonly Told[]>>;
let repairs: Readonly<Record<'command line' | 'ESLint', Repair>>;

// Windows has neither such names nor FIFOs, and macOS refuses names that are not UTF-8.
describe.skipIf(process.platform !== 'linux')('hostile folders', () => {
  afterAll(() => server?.kill());

  beforeAll(async () => {
    all = new HostileWorkspace(afterAll);
    before = all.snapshot();
    const [inTerminal, inEslint, inServer] = await Promise.all([check(), lint(), pull()]);
    told = { 'command line': inTerminal, ESLint: inEslint, 'language server': inServer };

    const linted = await eslint(['--fix']);
    const afterEslint = all.snapshot();
    all.restore(before);
    const fixed = await cli(['fix', '--yes']);
    repairs = {
      ESLint: { result: linted, after: afterEslint },
      'command line': { result: fixed, after: all.snapshot() },
    };
  }, 3 * patience);

  describe.each(kinds)('%s', (kind) => {
    test.each(hostNames)('%s', (host) => {
      const { told: expected }: HostileFolder = hostileFolders[kind];
      const app = all.apps.get(kind) ?? '';
      const messages = told[host].filter(({ file }) => file.startsWith(`${app}/`));
      expect(messages).toContainEqual({
        file: `${app}/app/dash/layout.tsx`,
        check: 'require-slot-default',
        message: expect.stringContaining('@team') as string,
      });
      if (expected) expect(messages.map(({ message }) => message).join('\n')).toMatch(expected);
    });
  });

  test('every integration reports the same', () => {
    const linted = new Set(all.modules);
    // The command line lists these with their cause.
    const isListed = (each: Told) => listed.has(each.file) && each.check === 'no-unreachable-page';
    const inOrder = (host: HostName) =>
      told[host]
        .filter(({ file }) => linted.has(file) && !file.startsWith('folders-that-vanish'))
        .filter((each) => !isListed(each))
        .map((each) => JSON.stringify(each))
        .sort();
    expect(inOrder('ESLint')).toEqual(inOrder('command line'));
    expect(inOrder('language server')).toEqual(inOrder('command line'));
  });

  test('folders vanish under every integration', () => {
    for (const host of ['cli', 'eslint', 'server']) {
      expect(existsSync(all.path('folders-that-vanish/app/dash', `vanishing-${host}`))).toBe(false);
    }
  });

  describe.each(['command line', 'ESLint'] as const)('what the %s fixes', (host) => {
    test('is fixed in every app, only in the app directory', () => {
      const { after } = repairs[host];
      for (const app of all.apps.values()) {
        expect([...after.keys()]).toContain(`${app}/app/dash/@team/default.tsx`);
      }
      const changed = changes(after);
      expect(changed.filter((path) => !/^[^/]+\/app\//u.test(path))).toEqual([]);
      expect(changed.filter((path) => path.includes('.next-slots-'))).toEqual([]);
    });

    test('is code that no name breaks out of', () => {
      const { after } = repairs[host];
      const changed = changes(after).filter((path) => path.startsWith('hostile-names/'));
      expect(changed.length).toBeGreaterThan(hostileNames.length);
      for (const path of changed) expectSafeCode(path, after.get(path) ?? '');
    });
  });

  test('a slot outside is skipped, with a reason', () => {
    const reason = 'the folder is outside the app directory';
    expect(repairs['command line'].result.stderr).toContain(reason);
    expect(repairs.ESLint.result.stdout).toContain(reason);
  });

  test('every name reaches the layout whole', () => {
    const { after } = repairs['command line'];
    for (const name of hostileNames) {
      const file = Buffer.from(`hostile-names/app/${name}/layout.tsx`).toString('latin1');
      const { component } = factsOf(file, after.get(file) ?? '');
      expect(component?.props.map((prop) => prop.name)).toEqual(['children', name]);
    }
  });

  test('every layout says its route whole', () => {
    const { after } = repairs['command line'];
    for (const name of hostileNames) {
      const file = Buffer.from(`hostile-names/app/${name}/b/layout.jsx`).toString('latin1');
      const text = after.get(file) ?? '';
      const { routeTypes } = factsOf(file, text);
      expect(routeTypes.map(({ route }) => route.value)).toEqual([`/${name}/b`]);
    }
  });

  test('the page of the matrix holds every name as text', async () => {
    await cli(['matrix', '--html', all.path('matrix.html')], ['hostile-names']);
    const page = readFileSync(all.path('matrix.html'), 'utf8');
    expect(page.match(/<\/?script/giu)).toHaveLength(4);
    const data = /<script type="application\/json" id="apps">(?<data>[^]*?)<\/script>/u.exec(page);
    expect(data?.groups?.['data']).not.toMatch(/[<\u2028\u202e\u2066]/u);
    expect(data?.groups?.['data']).toContain(String.raw`\u003c!--`);
    expect(() => JSON.parse(data?.groups?.['data'] ?? '') as unknown).not.toThrow();
  });

  test('no name moves the cursor of a terminal or writes a line of its own', async () => {
    const printed = await Promise.all([
      cli(['check'], ['hostile-names']),
      cli(['check', '--format', 'github'], ['hostile-names']),
      cli(['matrix'], ['hostile-names']),
      cli(['fix', '--dry-run'], ['hostile-names']),
    ]);
    const [stylish, github] = printed;
    expect(stylish.stdout).not.toMatch(/[\r\u001b\u2028\u202e\u2066]/u);
    expect(
      github.stdout
        .trimEnd()
        .split('\n')
        .filter((line) => !/^::(?:error|warning) file=/u.test(line)),
    ).toEqual([]);
    expect(printed.map(({ stderr }) => stderr).join('')).not.toContain('which is a mistake');
  });
});

function changes(after: Snapshot): string[] {
  return [...after].flatMap(([path, text]) => (before.get(path) === text ? [] : [path]));
}

function expectSafeCode(path: string, text: string): void {
  const { errors } = parseSync('layout.tsx', text, { lang: path.endsWith('.tsx') ? 'tsx' : 'jsx' });
  expect(errors, `${path}:\n${text}`).toEqual([]);
  expect(text).not.toMatch(/[\r\u001b\u2028\u202a-\u202e\u2066-\u2069]/u);
}

function factsOf(file: string, text: string) {
  const lang = file.endsWith('.tsx') ? 'tsx' : 'jsx';
  return readModuleFromESTree(parseSync(file, text, { lang }).program, text);
}

function cli(
  args: readonly string[],
  apps: Iterable<string> = all.apps.values(),
): Promise<ProcessResult> {
  const [command = '', ...flags] = args;
  const main = join(inject('packed'), 'next-slots/dist/main.js');
  return runProcess(process.execPath, [main, command, ...apps, ...flags], {
    cwd: all.root,
    timeout: patience,
    ...bound,
    env: { ...process.env, FORCE_COLOR: undefined, ...all.vanishing('cli') },
  });
}

async function check(): Promise<Told[]> {
  const { stdout, stderr } = await cli(['check', '--format', 'json']);
  if (stdout === '') throw new Error(stderr);
  const { findings } = JSON.parse(stdout) as {
    readonly findings: readonly (Told & {
      readonly help: string;
      readonly related: readonly { readonly file: string }[];
    })[];
  };
  listed = new Set(findings.flatMap(({ related }) => related.map(({ file }) => file)));
  return findings.map(({ file, check, ...words }) => ({
    file,
    check,
    message: fullMessage(words),
  }));
}

function eslint(flags: readonly string[]): Promise<ProcessResult> {
  const main = all.path('node_modules/eslint/bin/eslint.js');
  return runProcess(process.execPath, [main, ...flags, ...all.modules], {
    cwd: all.root,
    timeout: patience,
    ...bound,
    env: { ...process.env, ...all.vanishing('eslint') },
  });
}

async function lint(): Promise<Told[]> {
  const { stdout, stderr } = await eslint(['--format', 'json']);
  if (stdout === '') throw new Error(stderr);
  const results = JSON.parse(stdout) as {
    readonly filePath: string;
    readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[];
  }[];
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, message }) => ({
      file: filePath.slice(all.root.length + 1),
      check: ruleId?.replace('next-slots/', '') ?? 'no rule',
      message,
    })),
  );
}

async function pull(): Promise<Told[]> {
  const client = (server = new LspClient({
    command: [process.execPath, serverFile(), '--stdio'],
    cwd: all.root,
    folders: Array.from(all.apps.values(), (app) => all.path(app)),
    capabilities: pullingClient,
    env: all.vanishing('server'),
    user: bound,
  }));
  await client.open();
  const { items } = await ask<{
    items: { readonly uri: string; readonly items: readonly WireDiagnostic[] }[];
  }>(client, 'workspace/diagnostic', { previousResultIds: [] });
  for (const file of [...all.modules, ...all.pipes]) {
    const textDocument = { uri: pathToFileURL(all.path(file)).href };
    await ask(client, 'textDocument/diagnostic', { textDocument });
    await ask(client, 'textDocument/codeLens', { textDocument });
  }
  expect(all.pipes).not.toEqual([]);
  expect(client.stderr).toBe('');
  return items.flatMap(({ uri, items: found }) =>
    found.map(({ code, message }) => ({
      file: fileURLToPath(uri).slice(all.root.length + 1),
      check: code,
      message,
    })),
  );
}

/** Asks the server, which may not wait for ever. */
async function ask<Result>(client: LspClient, method: string, params: unknown): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`No answer to ${method} ${JSON.stringify(params)}\n${client.stderr}`));
    }, patience);
  });
  try {
    return await Promise.race([client.request<Result>(method, params), late]);
  } finally {
    clearTimeout(timer);
  }
}
