import {
  changedNotification,
  editorRequests,
  type AppOverview,
  type ExplainAnswer,
  type NewSlotAnswer,
} from '@next-slots/core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { applyWorkspaceEdit, type WireWorkspaceEdit } from '../harness/apply-workspace-edit.js';
import { fullClient, LspApp } from '../harness/lsp-app.js';
import type { LspClient, WireDiagnostic } from '../harness/lsp-client.js';
import type { WhenOver } from '../harness/next-app.js';

const layout = 'app/dash/layout.tsx';
const check = 'require-slot-default';

let app: LspApp;
let client: LspClient;
/** What the client answers when it is asked for its settings. */
let settings: object;
let named: { readonly app: string };

async function start(whenOver?: WhenOver): Promise<void> {
  const files = {
    'app/layout.tsx': 'export default function Root({ children }) {\n  return children;\n}\n',
    'app/page.tsx': true,
    [layout]:
      'export default function Dash({ children, team }: { children: React.ReactNode; team: React.ReactNode }) {\n  return [children, team];\n}\n',
    'app/dash/page.tsx': true,
    'app/dash/settings/page.tsx': true,
    'app/dash/@team/page.tsx': true,
    'app/api/route.ts': 'export function GET() {}\n',
  } as const;
  app = new LspApp(files, whenOver);
  settings = {};
  client = await app.start({
    capabilities: { ...fullClient, workspace: { ...fullClient.workspace, configuration: true } },
    configuration: () => settings,
  });
  named = { app: app.uri('app') };
}

function changeSettings(next: object): void {
  settings = next;
  client.notify('workspace/didChangeConfiguration', { settings: null });
}

function edited<Result>(method: string, params: object): Promise<Result> {
  return client.request<Result>(method, params);
}

const askForSlot = (params: object) =>
  edited<NewSlotAnswer<WireWorkspaceEdit>>(editorRequests.newSlot, {
    folder: app.uri('app/dash'),
    files: ['page', 'default'],
    ...params,
  });

describe('an app', () => {
  // Nothing here changes it, so one server answers all.
  beforeAll(() => start(afterAll));

  test('is in the overview with its URLs and what is wrong at which slot', async () => {
    const [found, ...others] = await client.request<AppOverview[]>(editorRequests.overview, {});
    expect(others).toEqual([]);
    expect(found).toMatchObject({ ...named, name: 'app', next: '16.4.6' });
    expect(found?.urls).toEqual(['/', '/api', '/dash', '/dash/settings']);
    const problem = found?.problems.find((each) => each.check === check);
    expect(problem).toMatchObject({
      severity: 'error',
      impact: 'build-error',
      folder: app.uri('app/dash/@team'),
    });
  });

  test('the explorer gets the app, and findings with any Next.js version', async () => {
    const described = await client.request<object>(editorRequests.explorer, named);
    expect(described).toMatchObject({ name: 'app', next: { version: '16.4.6' } });
    expect(described).toHaveProperty('files', expect.arrayContaining(['dash/@team/page.tsx']));
    const elsewhere = { app: app.uri('elsewhere') };
    expect(await client.request(editorRequests.explorer, elsewhere)).toBeNull();
    const ask = (next: string) =>
      client.request<{ findings: readonly object[] }>(editorRequests.explorerFindings, {
        ...named,
        next,
        bundler: 'webpack',
      });
    const { findings } = await ask('15.5.29');
    expect(findings).toContainEqual(expect.objectContaining({ check, impact: 'not-found' }));
  });

  test('a URL is explained in Markdown, or the nearest ones are named', async () => {
    const ask = (url: string, from: readonly string[] = []) =>
      client.request<ExplainAnswer>(editorRequests.explain, { ...named, url, from });
    const explained = await ask('/dash/settings', ['/dash']);
    expect(explained).toHaveProperty('markdown');
    const { markdown } = explained as { markdown: string };
    expect(markdown).toMatch(/^# \/dash\/settings\n/u);
    expect(markdown).toContain('**`next build` fails at this URL.**');
    expect(markdown).toContain('| /dash | children | page | dash/settings/page.tsx |');
    expect(markdown).toContain('| dash/@team/page.tsx | kept from before |');
    expect(await ask('/dash/setings')).toEqual({
      unknown: '/dash/setings',
      nearest: ['/dash/settings', '/dash'],
    });
    expect(await ask('/api')).toEqual({
      markdown: expect.stringContaining('A route handler answers this URL') as string,
    });
  });

  test('gets a reason why a slot cannot be created', async () => {
    const problems = {
      team: /already has @team/u,
      '': /needs a name/u,
      'a/b': /not a valid folder name/u,
      params: /never reach its layout/u,
    };
    for (const [name, problem] of Object.entries(problems)) {
      expect(await askForSlot({ name })).toEqual({
        problem: expect.stringMatching(problem) as string,
      });
    }
    expect(await askForSlot({ name: 'x', folder: app.uri('lib') })).toEqual({
      problem: 'This folder is not in an app directory.',
    });
  });

  test('completions and hovers are left to a TypeScript plugin that the client knows of', async () => {
    const { text, position } = LspApp.cursor(
      'export default function Dash({ children, t|eam }) {\n  return [children, team];\n}\n',
    );
    app.open(client, layout, text);
    await client.published(app.uri(layout));
    const at = { textDocument: { uri: app.uri(layout) }, position };
    const hover = () => client.request('textDocument/hover', at);
    expect(await hover()).not.toBeNull();
    changeSettings({ typescriptPlugin: 'on' });
    await client.until(async () => (await hover()) === null, 'hovers are left to the plugin');
    expect(await client.request('textDocument/completion', at)).toEqual([]);
    changeSettings({ typescriptPlugin: 'off' });
    await client.until(async () => (await hover()) !== null, 'hovers come back at once');
  });
});

describe('what changes', () => {
  beforeEach(() => start());

  test('an overview is sent again after changes to the client that requested it', async () => {
    const isChange = ({ method }: { method?: string }) => method === changedNotification;
    app.open(client, layout);
    await client.published(app.uri(layout));
    expect(client.received.some(isChange)).toBe(false);

    await client.request(editorRequests.overview, {});
    const changed = client.next(isChange);
    app.change(client, layout, 2, 'export default function Dash() {}\n');
    await changed;
    const [found] = await client.request<AppOverview[]>(editorRequests.overview, {});
    expect(found?.problems.map((each) => each.check)).toContain('match-slot-props');
  });

  test('all files that an app misses come as one edit', async () => {
    const edit = await edited<WireWorkspaceEdit>(editorRequests.missingFiles, named);
    applyWorkspaceEdit(edit);
    expect(app.read('app/dash/@team/default.tsx')).toContain('return null');
    client.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: app.uri('app/dash/@team/default.tsx'), type: 1 }],
    });
    await client.until(
      async () => (await edited(editorRequests.missingFiles, named)) === null,
      'nothing is missing any more',
    );
  });

  describe('a new slot', () => {
    test('gets its files and its prop in the layout', async () => {
      const answer = await askForSlot({ name: 'stats', template: 'mirror' });
      if (!('edit' in answer)) throw new Error(answer.problem);
      // The protocol leaves it to the client to make the folder.
      app.write('app/dash/@stats/keep.txt', '');
      applyWorkspaceEdit(answer.edit);
      expect(app.read('app/dash/@stats/page.tsx')).toContain('return null');
      expect(app.read('app/dash/@stats/default.tsx')).toMatch(/from ['"]\.\/page['"]/u);
      expect(app.read(layout)).toContain('{ children, team, stats }');
      expect(app.read(layout)).toContain('stats: React.ReactNode');
    });
  });

  describe('a check that something else reports', () => {
    const codes = (diagnostics: readonly WireDiagnostic[]) => diagnostics.map(({ code }) => code);

    test('is silent, listed in the overview, and still fixed by creating files', async () => {
      app.open(client, layout);
      await client.published(app.uri(layout), (all) => codes(all).includes(check));
      const silent = client.published(app.uri(layout), (all) => !codes(all).includes(check));
      changeSettings({ silent: ['recommended'] });
      await silent;

      const [found] = await client.request<AppOverview[]>(editorRequests.overview, {});
      expect(found?.problems.map((each) => each.check)).toContain(check);
      const actions = await client.request<{ title: string }[]>('textDocument/codeAction', {
        textDocument: { uri: app.uri(layout) },
        range: { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } },
        context: { diagnostics: [] },
      });
      expect(actions.map(({ title }) => title)).toContain('Create dash/@team/default.tsx');
    });

    test('leaves to the other one what changes the text of the file', async () => {
      const titles = async () => {
        const actions = await client.request<{ title: string }[]>('textDocument/codeAction', {
          textDocument: { uri: app.uri(layout) },
          range: { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } },
          context: { diagnostics: [], only: ['quickfix'] },
        });
        return actions.map(({ title }) => title);
      };
      const wrong =
        'export default function Dash({ children, taem }) {\n  return <>{children}{taem}</>;\n}\n';
      app.open(client, layout, wrong);
      await client.published(app.uri(layout), (all) => codes(all).includes('match-slot-props'));
      expect(await titles()).toContain('Rename taem to team');
      const silent = client.published(
        app.uri(layout),
        (all) => !codes(all).includes('match-slot-props'),
      );
      changeSettings({ silent: ['match-slot-props'] });
      await silent;
      expect(await titles()).not.toContain('Rename taem to team');
    });
  });
});
