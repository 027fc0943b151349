import { fullMessage } from '@next-slots/core';
import type ts from 'typescript';
import { inject, onTestFinished } from 'vitest';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { pullingClient } from '../harness/lsp-app.js';
import { serverFile } from '../harness/lsp-server-file.js';
import { LspClient, type WireDiagnostic } from '../harness/lsp-client.js';
import { runProcess } from '../harness/next-app.js';
import { Tsserver } from '../harness/tsserver.js';
import type { ParityConfig, ParityFinding } from './parity-app.js';
import type { ParityWorkspace } from './parity-workspace.js';

/** What the command line finds in all apps: one finding for each cause. */
export interface TerminalFindings {
  readonly findings: readonly ParityFinding[];
  /**
   * Whether a finding is at a place that the command line lists with a cause elsewhere. Hosts that report
   * file by file may report it there.
   */
  readonly isListed: (finding: ParityFinding) => boolean;
}

/** Runs the command line over all apps. */
export async function commandLine(all: ParityWorkspace): Promise<TerminalFindings> {
  const main = join(inject('packed'), 'next-slots/dist/main.js');
  const folders = Object.keys(all.apps);
  const args = [main, 'check', ...folders, '--format', 'json'];
  const { stdout } = await runProcess(process.execPath, args, { cwd: all.root });
  const { findings } = JSON.parse(stdout) as {
    readonly findings: readonly (Omit<ParityFinding, 'range'> & {
      readonly help: string;
      readonly range: PrintedRange;
      readonly related: readonly { readonly file: string; readonly range: PrintedRange }[];
    })[];
  };
  const listed = new Set(
    findings.flatMap(({ related }) =>
      related.map(({ file, range }) => `${file} ${printed(range)}`),
    ),
  );
  return {
    findings: findings.map(({ file, check, severity, message, help, range }) => ({
      file,
      check,
      severity,
      message: fullMessage({ message, help }),
      range: printed(range),
    })),
    isListed: ({ file, range }) => listed.has(`${file} ${range}`),
  };
}

type PrintedRange = Record<'start' | 'end', { readonly line: number; readonly column: number }>;

function printed({ start, end }: PrintedRange): string {
  return `${start.line}:${start.column}-${end.line}:${end.column}`;
}

/** What ESLint reports with the plugin, each app with the preset, rules and settings of its own. */
export async function eslint(all: ParityWorkspace): Promise<ParityFinding[]> {
  all.write('eslint.config.js', eslintConfig(all));
  const { stdout, stderr } = await runProcess(
    process.execPath,
    [all.path('node_modules/eslint/bin/eslint.js'), ...all.modules(), '--format', 'json'],
    { cwd: all.root },
  );
  if (stdout === '') throw new Error(stderr);
  const results = JSON.parse(stdout) as {
    readonly filePath: string;
    readonly messages: readonly {
      readonly ruleId: string | null;
      readonly severity: number;
      readonly line: number;
      readonly column: number;
      readonly endLine?: number;
      readonly endColumn?: number;
      readonly message: string;
    }[];
  }[];
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, severity, line, column, endLine, endColumn, message }) => ({
      file: all.relative(filePath),
      check: ruleId?.replace('next-slots/', '') ?? 'no rule',
      severity: severity === 2 ? ('error' as const) : ('warning' as const),
      message,
      range: `${line}:${column}-${endLine ?? line}:${endColumn ?? column}`,
    })),
  );
}

function eslintConfig({ apps }: ParityWorkspace): string {
  const blocks = Object.entries(apps).map(([name, { config = {} }]) => {
    const { preset = 'recommended', rules = {}, appDir, ...settings } = config;
    const ruleEntries = Object.entries(rules).map(([rule, level]) => [`next-slots/${rule}`, level]);
    const shared = { ...settings, ...(appDir !== undefined && { appDir: `${name}/${appDir}` }) };
    const files = JSON.stringify([`${name}/**/*.{js,jsx,ts,tsx}`]);
    return [
      `{ ...nextSlots.configs.${preset}, files: ${files} }`,
      `{ files: ${files}, settings: { 'next-slots': ${JSON.stringify(shared)} }, rules: ${JSON.stringify(Object.fromEntries(ruleEntries))} }`,
    ].join(',\n  ');
  });
  return `import * as parser from '@typescript-eslint/parser';
import nextSlots from 'eslint-plugin-next-slots';
export default [
  { files: ['**/*.{js,jsx,ts,tsx}'], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
  { files: ['**/*.{ts,tsx}'], languageOptions: { parser } },
  ${blocks.join(',\n  ')},
];
`;
}

/** What tsserver reports through the plugin, for each module as an editor opens it. */
export async function tsserver(all: ParityWorkspace): Promise<ParityFinding[]> {
  const server = new Tsserver('6.0', all.root, onTestFinished);
  const findings: ParityFinding[] = [];
  for (const path of all.modules()) {
    server.notify('open', { file: all.path(path) });
    findings.push(...(await reportedAt(server, all, path)));
    server.notify('close', { file: all.path(path) });
  }
  if (server.ownLog().length > 0) throw new Error(server.ownLog().join('\n'));
  return findings;
}

/** What a tsserver reports through the plugin in a module that it has open. */
export async function reportedAt(
  server: Tsserver,
  all: ParityWorkspace,
  path: string,
): Promise<ParityFinding[]> {
  const found = (await server.request('semanticDiagnosticsSync', {
    file: all.path(path),
  })) as ts.server.protocol.Diagnostic[];
  return found
    .filter(({ source }) => source === 'next-slots')
    .map(({ code, category, start, end, text }) => ({
      file: path,
      check: String(code),
      severity: category === 'error' ? 'error' : 'warning',
      message: text,
      range: `${start.line}:${start.offset}-${end.line}:${end.offset}`,
    }));
}

/** The three ways in which a client of the language server gets to see diagnostics. */
export interface ServerFindings {
  readonly workspace: readonly ParityFinding[];
  readonly closedDocuments: readonly ParityFinding[];
  readonly openDocuments: readonly ParityFinding[];
}

/** What the language server reports. */
export async function languageServer(all: ParityWorkspace): Promise<ServerFindings> {
  const configs = new Map(
    Object.entries(all.apps).map(([name, { config = {} }]) => [uriOf(all, name), config]),
  );
  const client = await connect(all, configs);
  const { items } = await client.request<{
    items: { uri: string; items: readonly WireDiagnostic[] }[];
  }>('workspace/diagnostic', { previousResultIds: [] });
  const pulled = async () => {
    const findings: ParityFinding[] = [];
    for (const path of all.modules()) {
      const report = await client.request<{ items: readonly WireDiagnostic[] }>(
        'textDocument/diagnostic',
        { textDocument: { uri: uriOf(all, path) } },
      );
      findings.push(...report.items.map((item) => fromWire(path, item)));
    }
    return findings;
  };
  const closedDocuments = await pulled();
  for (const path of all.modules()) {
    const text = all.read(path).replace(/^\uFEFF/u, '');
    client.notify('textDocument/didOpen', {
      textDocument: { uri: uriOf(all, path), languageId: 'typescriptreact', version: 1, text },
    });
  }
  return {
    workspace: items.flatMap(({ uri, items: found }) =>
      found.map((item) => fromWire(all.relative(fileURLToPath(uri)), item)),
    ),
    closedDocuments,
    openDocuments: await pulled(),
  };
}

async function connect(
  all: ParityWorkspace,
  configs: ReadonlyMap<string, ParityConfig>,
): Promise<LspClient> {
  const client = new LspClient({
    command: [process.execPath, serverFile(), '--stdio'],
    cwd: all.root,
    folders: Object.keys(all.apps).map((name) => all.path(name)),
    capabilities: {
      ...pullingClient,
      workspace: { ...pullingClient.workspace, configuration: true },
    },
    configuration: ({ scopeUri }) => (scopeUri === undefined ? {} : configs.get(scopeUri)),
  });
  onTestFinished(() => client.kill());
  return client.open();
}

function uriOf(all: ParityWorkspace, path: string): string {
  return pathToFileURL(all.path(path)).href;
}

function fromWire(file: string, { range, code, severity, message }: WireDiagnostic): ParityFinding {
  const { start, end } = range;
  return {
    file,
    check: code,
    severity: severity === 1 ? 'error' : 'warning',
    message,
    range: `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`,
  };
}
