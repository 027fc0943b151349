import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { applyWorkspaceEdit, type WireWorkspaceEdit } from '../harness/apply-workspace-edit.js';
import { isNight } from '../harness/is-night.js';
import { fullClient, LspApp } from '../harness/lsp-app.js';
import type { ClientOptions, WireDiagnostic } from '../harness/lsp-client.js';
import { link, workspace } from '../harness/packed.js';
import { ours } from '../harness/tsserver-app.js';

const layout = 'app/dash/layout.tsx';

const files = {
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      jsx: 'preserve',
      lib: ['es2022'],
      types: [],
      plugins: [{ name: ours, diagnostics: true }],
    },
    include: ['**/*.tsx'],
  }),
  [layout]: true,
  'app/dash/page.tsx': true,
  'app/dash/@team/page.tsx': true,
  'app/dash/@data-grid/page.tsx': true,
  'app/dash/@data-grid/default.tsx': true,
} as const;

interface WireItem {
  readonly label: string;
  readonly insertText?: string;
  readonly textEdit?: { readonly newText: string };
}

interface WireAction {
  readonly title: string;
  readonly edit?: WireWorkspaceEdit;
  readonly command?: { readonly command: string; readonly arguments?: readonly unknown[] };
}

/** Clients of tsserver that are language servers themselves, with the app's own TypeScript. */
const clients: Readonly<Record<string, (app: LspApp) => Partial<ClientOptions>>> = {
  vtsls: () => ({
    command: [
      process.execPath,
      join(workspace, 'node_modules/@vtsls/language-server/bin/vtsls.js'),
      '--stdio',
    ],
    configuration: ({ section }) => (section === 'vtsls' ? { autoUseWorkspaceTsdk: true } : {}),
  }),
  'typescript-language-server': (app) => ({
    command: [
      process.execPath,
      join(workspace, 'node_modules/typescript-language-server/lib/cli.mjs'),
      '--stdio',
    ],
    initializationOptions: { tsserver: { path: app.path('node_modules/typescript/lib') } },
  }),
};

test.runIf(isNight).each(Object.entries(clients))(
  '%s shows what the plugin gives',
  async (_, optionsFor) => {
    const app = new LspApp(files);
    link(join(workspace, 'node_modules/typescript'), app.path('node_modules/typescript'));
    link(join(inject('packed'), ours), app.path('node_modules', ours));
    const client = await app.start({
      capabilities: { ...fullClient, workspace: { ...fullClient.workspace, configuration: true } },
      ...optionsFor(app),
    });
    const marked = 'export default function L({ t| }) {\n  return team;\n}\n';
    const { text, position } = LspApp.cursor(marked);
    const reported = client.published(app.uri(layout), (all) => codesOf(all).length > 0);
    app.open(client, layout, text);
    const at = { textDocument: { uri: app.uri(layout) }, position };

    const list = await client.request<{ items: WireItem[] }>('textDocument/completion', at);
    expect(
      list.items.map(({ label, textEdit, insertText }) => [
        label,
        textEdit?.newText ?? insertText ?? label,
      ]),
    ).toEqual([
      ['data-grid', "'data-grid': dataGrid"],
      ['team', 'team'],
    ]);
    const team = list.items.find(({ label }) => label === 'team');
    const resolved = await client.request('completionItem/resolve', team);
    expect(JSON.stringify(resolved)).toContain('pages: `/`');

    expect(codesOf((await reported).diagnostics)).toContain('require-slot-default');
    const fixed = client.published(
      app.uri(layout),
      (all) => !codesOf(all).includes('match-slot-props'),
    );
    app.change(client, layout, 2, text.replace('{ t }', "{ team, 'data-grid': grid }"));
    expect(JSON.stringify(await client.request('textDocument/hover', at))).toContain(
      '`dash/@team/page.tsx` at `/dash`',
    );
    expect(codesOf((await fixed).diagnostics)).toEqual([
      'require-slot-default',
      'no-unrendered-slot',
    ]);

    const actions = await client.request<WireAction[]>('textDocument/codeAction', {
      ...at,
      range: { start: position, end: position },
      context: { diagnostics: [], only: ['refactor'] },
    });
    const creating = actions.find(({ title }) => title === 'Create @team/default.tsx');
    if (creating?.edit) applyWorkspaceEdit(creating.edit);
    // A client whose refactors are commands asks for the edit when the command runs.
    else await client.request('workspace/executeCommand', creating?.command);
    for (const edit of client.applied) applyWorkspaceEdit(edit as WireWorkspaceEdit);
    expect(app.read('app/dash/@team/default.tsx')).toBe(
      'export default function Default() {\n  return null;\n}\n',
    );
  },
);

/** The codes of our findings among others. */
function codesOf(diagnostics: readonly WireDiagnostic[]): string[] {
  return diagnostics.flatMap(({ source, code }) => (source === 'next-slots' ? [code] : []));
}
