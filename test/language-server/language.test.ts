import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { applyWorkspaceEdit, type WireWorkspaceEdit } from '../harness/apply-workspace-edit.js';
import { fullClient, LspApp } from '../harness/lsp-app.js';
import type { LspClient, WireRange } from '../harness/lsp-client.js';
import { SharedSessions, type SharedOptions } from '../harness/lsp-shared-session.js';

const sessions = new SharedSessions(afterAll);

const layout = 'app/dash/layout.tsx';

const files = {
  'app/layout.tsx': true,
  'app/page.tsx': true,
  [layout]: true,
  'app/dash/page.tsx': true,
  'app/dash/settings/page.tsx': true,
  'app/dash/@team/page.tsx': true,
  'app/dash/@team/default.tsx': true,
  'app/dash/@data-grid/page.tsx': true,
  'app/dash/@data-grid/default.tsx': true,
} as const;

interface WireItem {
  readonly label: string;
  readonly textEdit: { readonly newText: string; readonly replace?: WireRange };
  readonly detail?: string;
  readonly documentation?: { readonly kind: string; readonly value: string } | string;
}

class Open {
  constructor(
    readonly app: LspApp,
    readonly client: LspClient,
    readonly at: object,
  ) {}

  request<Result>(method: string, more: object = {}): Promise<Result> {
    return this.client.request(method, { ...this.at, ...more });
  }

  complete(): Promise<WireItem[]> {
    return this.request('textDocument/completion');
  }
}

/** Opens a file whose unsaved text has the cursor at `|`. */
async function openAt(
  marked: string,
  path: string = layout,
  more: Readonly<Record<string, string | true>> = {},
  options: SharedOptions = { capabilities: fullClient },
): Promise<Open> {
  const app = new LspApp({ ...files, ...more });
  const client = await app.join(sessions, options);
  const { text, position } = LspApp.cursor(marked);
  app.open(client, path, text);
  return new Open(app, client, { textDocument: { uri: app.uri(path) }, position });
}

describe('completion', () => {
  test('in an unsaved, unfinished pattern', async () => {
    const open = await openAt(
      'import "./a.css";\nexport default function Dash({ children, | }) {}\n',
    );
    const items = await open.complete();
    expect(items.map(({ label }) => label).sort()).toEqual(['data-grid', 'team']);
    expect(items.find(({ label }) => label === 'data-grid')?.textEdit.newText).toBe(
      '"data-grid": dataGrid',
    );
  });

  test('of a type member, a key and a route', async () => {
    const type = await openAt(
      "import type { ReactNode } from 'react';\ninterface Props { children: ReactNode; t| }\nexport default ({ children }: Props) => children;\n",
    );
    expect((await type.complete()).map(({ textEdit }) => textEdit.newText)).toContain(
      'team: ReactNode',
    );
    const key = await openAt(
      "'use client';\nimport { useSelectedLayoutSegment } from 'next/navigation';\nexport function Nav() { return useSelectedLayoutSegment('|'); }\n",
      'app/dash/nav.tsx',
    );
    expect((await key.complete()).map(({ label }) => label)).toContain('team');
    const route = await openAt(
      "export default function Dash(props: LayoutProps<'/d|'>) { return props.children; }\n",
    );
    expect((await route.complete()).map(({ label }) => label)).toContain('/dash');
  });

  test('says more about the entry that is selected', async () => {
    const open = await openAt('export default function Dash({ te| }) {}\n');
    const items = await open.complete();
    const item = items.find(({ label }) => label === 'team');
    expect(item?.documentation).toBeUndefined();
    const resolved = await open.client.request<WireItem>('completionItem/resolve', item);
    expect(resolved.detail).toBe('slot @team of /dash');
    expect(resolved.documentation).toMatchObject({ kind: 'markdown' });
  });

  test('leaves out what a type in the same file declares', async () => {
    const open = await openAt(
      'interface Props { children: React.ReactNode; team: React.ReactNode }\nexport default function Dash({ | }: Props) {}\n',
    );
    expect((await open.complete()).map(({ label }) => label)).toEqual(['data-grid']);
  });

  test('sees a new slot folder even if the client does not report it', async () => {
    const open = await openAt('export default function Dash({ | }) {}\n', layout, {}, {});
    expect(await open.complete()).toHaveLength(2);
    open.app.write('app/dash/@feed/page.tsx', true);
    expect((await open.complete()).map(({ label }) => label)).toContain('feed');
  });

  const plugin = JSON.stringify({
    compilerOptions: { plugins: [{ name: 'typescript-plugin-next-slots' }] },
  });
  const typescript = (version: string) => ({
    'node_modules/typescript/package.json': JSON.stringify({ version }),
  });
  test.each([
    ['auto', 'without the plugin', typescript('5.9.3'), 2],
    ['auto', 'with the plugin', { 'tsconfig.json': plugin, ...typescript('5.9.3') }, 0],
    [
      'auto',
      'with the plugin and TypeScript 7',
      { 'tsconfig.json': plugin, ...typescript('7.0.2') },
      2,
    ],
    [
      'auto',
      'with the plugin in an extended config',
      {
        'tsconfig.json': '{ // ours\n "extends": "./base", }',
        'base.json': plugin,
        ...typescript('6.0.3'),
      },
      0,
    ],
    ['on', 'with the plugin', { 'tsconfig.json': plugin, ...typescript('5.9.3') }, 2],
    ['off', 'without the plugin', {}, 0],
  ] as const)('%s, %s', async (mode, _, more, count) => {
    const open = await openAt('export default function Dash({ | }) {}\n', layout, more, {
      capabilities: fullClient,
      initializationOptions: { completions: mode },
    });
    expect(await open.complete()).toHaveLength(count);
  });
});

describe('at a slot', () => {
  const text =
    'export default function Dash({ children, te|am }) {\n  return [children, team];\n}\n';

  test('hover shows what the slot renders at which URLs', async () => {
    const open = await openAt(text);
    const { contents } = await open.request<{ contents: { kind: string; value: string } }>(
      'textDocument/hover',
    );
    expect(contents.kind).toBe('markdown');
    expect(contents.value).toContain('**slot @team of /dash**');
    expect(contents.value).toContain('`dash/@team/default.tsx` at `/dash/settings`');
  });

  test('definition leads to its page and default, at what they export', async () => {
    const open = await openAt(text);
    const links =
      await open.request<{ targetUri: string; targetSelectionRange: WireRange }[]>(
        'textDocument/definition',
      );
    expect(links.map(({ targetUri }) => targetUri)).toEqual([
      open.app.uri('app/dash/@team/page.tsx'),
      open.app.uri('app/dash/@team/default.tsx'),
    ]);
    expect(links[0]?.targetSelectionRange.start).toEqual({ line: 0, character: 24 });
  });

  const nav =
    "import { useSelectedLayoutSegment as use } from 'next/navigation';\nexport const Nav = () => use('team');\n";

  test('references are in the layout and at every use of its key', async () => {
    const open = await openAt(text, layout, { 'app/dash/_ui/nav.tsx': nav });
    const found = await open.request<{ uri: string }[]>('textDocument/references', {
      context: { includeDeclaration: false },
    });
    expect(found.map(({ uri }) => uri)).toEqual([
      open.app.uri(layout),
      open.app.uri(layout),
      open.app.uri('app/dash/_ui/nav.tsx'),
    ]);
  });

  test('rename changes folder, prop, variable and keys', async () => {
    const open = await openAt(text, layout, { 'app/dash/_ui/nav.tsx': nav });
    open.app.write(layout, LspApp.cursor(text).text);
    expect(await open.request('textDocument/prepareRename')).toMatchObject({ placeholder: 'team' });
    const edit = await open.request<WireWorkspaceEdit>('textDocument/rename', {
      newName: 'my-crew',
    });
    applyWorkspaceEdit(edit);
    expect(open.app.read(layout)).toBe(
      'export default function Dash({ children, "my-crew": myCrew }) {\n  return [children, myCrew];\n}\n',
    );
    expect(open.app.read('app/dash/_ui/nav.tsx')).toContain("use('my-crew')");
    expect(open.app.has('app/dash/@my-crew/page.tsx')).toBe(true);
    expect(open.app.has('app/dash/@team')).toBe(false);
  });

  test.each([
    ...['data-grid', 'children', 'params', 'a/b', '', '__proto__', 'key', 'ref', '..', 'a.', 'a"b'],
    ...['a\nb', 'a*', 'n'.repeat(320), 'é'.repeat(130), 'Data-Grid'],
  ])('rename to %j is refused', async (newName) => {
    const open = await openAt(text);
    const answer = await open.client.send('textDocument/rename', { ...open.at, newName });
    expect(answer.error?.message).toBeTruthy();
  });

  test('rename is offered only to clients that rename files', async () => {
    const app = new LspApp(files);
    const capabilities = {
      ...fullClient,
      workspace: { ...fullClient.workspace, workspaceEdit: { documentChanges: true } },
    };
    const client = await app.start({ capabilities });
    expect(client.capabilities).not.toHaveProperty('renameProvider');
  });
});

test('renaming a slot folder in the client renames its props', async () => {
  const text =
    'export default function Dash({ children, team }) {\n  return [children, team];\n}\n';
  const app = new LspApp({ ...files, [layout]: text });
  const client = await app.join(sessions, { capabilities: fullClient });
  const rename = (from: string, to: string) =>
    client.request<WireWorkspaceEdit | null>('workspace/willRenameFiles', {
      files: [{ oldUri: app.uri(from), newUri: app.uri(to) }],
    });
  expect(await rename('app/dash/settings', 'app/dash/options')).toBeNull();
  expect(await rename('app/dash/@team', 'app/@team')).toBeNull();
  const edit = await rename('app/dash/@team', 'app/dash/@crew');
  expect(edit?.documentChanges?.every(({ kind }) => kind === undefined)).toBe(true);
  applyWorkspaceEdit(edit ?? {});
  expect(app.read(layout)).toBe(text.replaceAll('team', 'crew'));
});

describe('links and lenses', () => {
  const text =
    'export default function Dash({ team, "data-grid": grid }) {\n  return [team, grid];\n}\n|';

  test('are off by default', async () => {
    const open = await openAt(text);
    expect(await open.request('textDocument/documentLink')).toEqual([]);
    expect(await open.request('textDocument/codeLens')).toEqual([]);
  });

  test('lead from the layout to the files of its slots and to the table of URLs', async () => {
    const open = await openAt(
      text,
      layout,
      {},
      {
        capabilities: fullClient,
        initializationOptions: { codeLens: true, documentLinks: true },
      },
    );
    const links = await open.request<{ target: string }[]>('textDocument/documentLink');
    expect(links.map(({ target }) => target)).toContain(
      open.app.uri('app/dash/@data-grid/page.tsx'),
    );
    const lenses =
      await open.request<{ command: { title: string; command: string; arguments: unknown[] } }[]>(
        'textDocument/codeLens',
      );
    expect(lenses.map(({ command }) => command.title)).toEqual([
      '@data-grid page',
      '@data-grid default',
      '@team page',
      '@team default',
      '2 URLs',
    ]);

    const shown = open.client.next(({ method }) => method === 'window/showDocument');
    await open.client.request('workspace/executeCommand', lenses.at(-1)?.command);
    const { uri } = (await shown).params as { uri: string };
    expect(readFileSync(fileURLToPath(uri), 'utf8')).toContain(
      '| /dash/settings | page: dash/settings/page.tsx | default: dash/@data-grid/default.tsx |',
    );
  });
});
