import { afterAll, describe, expect, test } from 'vitest';
import { applyWorkspaceEdit, type WireWorkspaceEdit } from '../harness/apply-workspace-edit.js';
import { fullClient, LspApp } from '../harness/lsp-app.js';
import type { LspClient, WireDiagnostic } from '../harness/lsp-client.js';
import { SharedSessions, type SharedOptions } from '../harness/lsp-shared-session.js';

const sessions = new SharedSessions(afterAll);

const layout = 'app/dash/layout.tsx';
const missing = 'app/dash/@team/default.tsx';

interface WireCommand {
  readonly title: string;
  readonly command: string;
  readonly arguments?: readonly unknown[];
}

interface WireAction {
  readonly title: string;
  readonly kind?: string;
  readonly isPreferred?: boolean;
  readonly diagnostics?: readonly WireDiagnostic[];
  readonly edit?: WireWorkspaceEdit;
  readonly command?: WireCommand | string;
}

function dashboard(files: Readonly<Record<string, string | true>> = {}): LspApp {
  return new LspApp({
    'app/layout.tsx': true,
    'app/page.tsx': true,
    [layout]: 'export default function Dash({ children, team }) {\n  return [children, team];\n}\n',
    'app/dash/page.tsx': true,
    'app/dash/@team/page.tsx': true,
    ...files,
  });
}

/** The actions without the comment that silences a finding. */
function withoutDisabling(actions: readonly WireAction[]): readonly WireAction[] {
  return actions.filter(({ title }) => !title.startsWith('Disable'));
}

/** Opens a file and asks for the actions at its first diagnostic. */
async function actionsIn(
  app: LspApp,
  path: string,
  options: SharedOptions = { capabilities: fullClient },
  context: object = {},
): Promise<{ client: LspClient; actions: readonly WireAction[] }> {
  const client = await app.join(sessions, options);
  app.open(client, path);
  const { diagnostics } = await client.published(app.uri(path), (all) => all.length > 0);
  const range = diagnostics[0]?.range;
  const actions = await client.request<readonly WireAction[]>('textDocument/codeAction', {
    textDocument: { uri: app.uri(path) },
    range,
    context: { diagnostics: diagnostics.slice(0, 1), ...context },
  });
  return { client, actions };
}

describe('a missing default', () => {
  test('is created, never over another file, then filled', async () => {
    const app = dashboard();
    const { actions } = await actionsIn(app, layout);
    const [fix] = actions;
    expect(fix).toMatchObject({
      title: 'Create dash/@team/default.tsx',
      kind: 'quickfix',
      isPreferred: true,
      diagnostics: [{ code: 'require-slot-default' }],
    });
    const uri = app.uri(missing);
    expect(fix?.edit?.documentChanges).toMatchObject([
      { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
      { textDocument: { uri, version: null } },
    ]);
    applyWorkspaceEdit(fix?.edit ?? {});
    expect(app.read(missing)).toBe('export default function Default() {\n  return null;\n}\n');
  });

  test('is offered with each template', async () => {
    const app = dashboard();
    const only = ['quickfix'];
    const { actions } = await actionsIn(app, layout, { capabilities: fullClient }, { only });
    const creating = actions.filter(({ title }) => title.startsWith('Create'));
    const texts = creating.flatMap(({ edit }) =>
      (edit?.documentChanges ?? []).flatMap((change) =>
        change.kind === undefined ? change.edits.map(({ newText }) => newText) : [],
      ),
    );
    expect(texts).toHaveLength(3);
    expect(texts[0]).toContain('return null;');
    expect(texts[1]).toContain('return notFound();');
    expect(texts[2]).toContain('export { default } from "./page"');
  });

  test('can be silenced by a comment', async () => {
    const app = dashboard();
    const { client, actions } = await actionsIn(app, layout);
    const disable = actions.find(({ title }) => title.startsWith('Disable'));
    expect(disable?.title).toBe('Disable next-slots/require-slot-default for this line');
    expect(disable?.isPreferred).toBeUndefined();
    applyWorkspaceEdit(disable?.edit ?? {});
    const clean = client.published(app.uri(layout), (all) => all.length === 0);
    client.notify('textDocument/didChange', {
      textDocument: { uri: app.uri(layout), version: 2 },
      contentChanges: [{ text: app.read(layout) }],
    });
    expect((await clean).diagnostics).toEqual([]);
    expect(app.read(layout)).toMatch(
      /^\/\/ eslint-disable-next-line next-slots\/require-slot-default\n/u,
    );
  });

  test('prefers the template of the settings', async () => {
    const app = dashboard();
    const { actions } = await actionsIn(app, layout, {
      capabilities: fullClient,
      initializationOptions: { template: 'not-found' },
    });
    applyWorkspaceEdit(actions.find(({ isPreferred }) => isPreferred)?.edit ?? {});
    expect(app.read(missing)).toContain('notFound()');
  });

  test('is not offered if the file exists', async () => {
    const app = dashboard();
    const client = await app.join(sessions, { capabilities: fullClient });
    app.open(client, layout);
    const { diagnostics } = await client.published(app.uri(layout), (all) => all.length > 0);
    // The client tells us nothing of this.
    app.write(missing, true);
    const actions = await client.request<readonly WireAction[]>('textDocument/codeAction', {
      textDocument: { uri: app.uri(layout) },
      range: diagnostics[0]?.range,
      context: { diagnostics },
    });
    expect(withoutDisabling(actions).filter(({ edit }) => edit !== undefined)).toEqual([]);
  });

  test('goes as soon as the client applied the fix', async () => {
    const app = dashboard();
    const { client, actions } = await actionsIn(app, layout);
    const clean = client.published(app.uri(layout), (all) => all.length === 0);
    applyWorkspaceEdit(actions[0]?.edit ?? {});
    client.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: app.uri(missing), type: 1 }],
    });
    expect((await clean).diagnostics).toEqual([]);
  });
});

describe('a client that cannot', () => {
  test('create files is shown the command that can', async () => {
    const app = dashboard();
    const { client, actions } = await actionsIn(app, layout, {
      capabilities: {
        ...fullClient,
        workspace: {
          ...fullClient.workspace,
          workspaceEdit: { documentChanges: true, resourceOperations: ['rename'] },
        },
      },
    });
    expect(withoutDisabling(actions).some(({ edit }) => edit !== undefined)).toBe(false);
    const [action, ...others] = withoutDisabling(actions);
    expect(others).toEqual([]);
    expect(action?.title).toContain('npx next-slots fix');
    const shown = client.next(({ method }) => method === 'window/showMessage');
    const { command, arguments: args } = action?.command as WireCommand;
    await client.request('workspace/executeCommand', { command, arguments: args });
    const { message } = (await shown).params as { readonly message: string };
    expect(message).toContain('`npx next-slots fix`');
    expect(message).toContain(app.root);
    expect(app.has(missing)).toBe(false);
  });

  test('take code actions with edits gets commands that apply them', async () => {
    const app = dashboard();
    const { client, actions } = await actionsIn(app, layout, {
      capabilities: {
        ...fullClient,
        textDocument: { ...fullClient.textDocument, codeAction: {} },
      },
    });
    const [command] = actions as readonly unknown[] as readonly WireCommand[];
    expect(command).toMatchObject({ title: 'Create dash/@team/default.tsx' });
    expect(Object.keys(command ?? {}).sort()).toEqual(['arguments', 'command', 'title']);
    await client.request('workspace/executeCommand', {
      command: command?.command,
      arguments: command?.arguments,
    });
    applyWorkspaceEdit(client.applied.at(-1) as WireWorkspaceEdit);
    expect(app.has(missing)).toBe(true);
  });
});

test('a client that applies no edits at all is offered none', async () => {
  const app = dashboard({
    [layout]: 'export default function Dash({ children, teem }) {\n  return [children, teem];\n}\n',
  });
  const client = await app.start({ capabilities: {} });
  app.open(client, layout);
  const { diagnostics } = await client.published(app.uri(layout), (all) => all.length > 1);
  const actions = await client.request<readonly WireCommand[]>('textDocument/codeAction', {
    textDocument: { uri: app.uri(layout) },
    range: diagnostics[0]?.range,
    context: { diagnostics },
  });
  expect(actions.map(({ command }) => command)).toEqual(['next-slots.explainFix']);
});

describe('a wrong letter case', () => {
  test('is renamed by clients that rename files', async () => {
    const app = dashboard({ 'app/dash/@team/Default.tsx': true });
    const { actions } = await actionsIn(app, layout);
    const rename = actions.find(({ title }) => title.startsWith('Rename'));
    expect(rename?.edit?.documentChanges).toEqual([
      {
        kind: 'rename',
        oldUri: app.uri('app/dash/@team/Default.tsx'),
        newUri: app.uri(missing),
        options: { overwrite: false, ignoreIfExists: false },
      },
    ]);
  });

  test('is left to the user of any other', async () => {
    const app = dashboard({ 'app/dash/@team/Default.tsx': true });
    const { actions } = await actionsIn(app, layout, {
      capabilities: {
        ...fullClient,
        workspace: {
          ...fullClient.workspace,
          workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
        },
      },
    });
    expect(actions.filter(({ title }) => title.startsWith('Rename'))).toEqual([]);
  });
});

describe('all at once', () => {
  const two = { 'app/dash/@feed/page.tsx': true, 'app/@side/page.tsx': true } as const;

  test('in this file', async () => {
    const app = dashboard(two);
    const only = ['source.fixAll'];
    const { actions } = await actionsIn(app, layout, { capabilities: fullClient }, { only });
    expect(actions.map(({ kind }) => kind)).toEqual(['source.fixAll.next-slots']);
    applyWorkspaceEdit(actions[0]?.edit ?? {});
    expect(app.has(missing)).toBe(true);
    expect(app.has('app/dash/@feed/default.tsx')).toBe(true);
    expect(app.has('app/@side/default.tsx')).toBe(false);
  });

  test('in the workspace', async () => {
    const app = dashboard(two);
    const only = ['source.fixAll.next-slots'];
    const { client, actions } = await actionsIn(
      app,
      layout,
      { capabilities: fullClient },
      { only },
    );
    const everywhere = actions.find(({ title }) => title.includes('workspace'));
    expect(everywhere?.kind).toBe('source.fixAll.next-slots');
    await client.request('workspace/executeCommand', everywhere?.command);
    applyWorkspaceEdit(client.applied.at(-1) as WireWorkspaceEdit);
    for (const file of [missing, 'app/dash/@feed/default.tsx', 'app/@side/default.tsx']) {
      expect(app.has(file)).toBe(true);
    }
  });

  test('when saving: this file alone', async () => {
    const app = dashboard(two);
    const { actions } = await actionsIn(
      app,
      layout,
      { capabilities: fullClient },
      { only: ['source.fixAll.next-slots'], triggerKind: 2 },
    );
    expect(actions.map(({ title }) => title)).toEqual(['Fix all next-slots problems in this file']);
  });

  test('only on request', async () => {
    const app = dashboard(two);
    const only = ['refactor'];
    const { actions } = await actionsIn(app, layout, { capabilities: fullClient }, { only });
    expect(actions).toEqual([]);
  });
});
