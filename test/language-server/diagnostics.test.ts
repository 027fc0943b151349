import { mkdirSync, rmSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { fullClient, LspApp, pullingClient } from '../harness/lsp-app.js';
import type { LspClient, WireDiagnostic } from '../harness/lsp-client.js';
import { SharedSessions } from '../harness/lsp-shared-session.js';
import { writeLargeApp } from '../bench/large-app.mjs';

const sessions = new SharedSessions(afterAll);

const layout = 'app/dash/layout.tsx';

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

const codes = (diagnostics: readonly WireDiagnostic[] | undefined) =>
  diagnostics?.map(({ code, message }) => `${code}: ${/@\w+/u.exec(message)?.[0] ?? ''}`);

interface Report {
  readonly kind: 'full' | 'unchanged';
  readonly resultId: string;
  readonly items: readonly WireDiagnostic[];
}

interface WorkspaceReport {
  readonly items: readonly (Report & { readonly uri: string })[];
}

describe('pushed', () => {
  test('have a message, severity, link, slot and related locations', async () => {
    const app = dashboard({ 'app/dash/settings/page.tsx': true });
    const client = await app.join(sessions, { capabilities: fullClient });
    app.open(client, layout);
    const { diagnostics, version } = await client.published(app.uri(layout));

    expect(version).toBe(1);
    expect(diagnostics).toMatchObject([
      {
        range: { start: { line: 0, character: 41 }, end: { line: 0, character: 45 } },
        severity: 1,
        code: 'require-slot-default',
        codeDescription: {
          href: 'https://github.com/next-slots/next-slots/blob/main/docs/rules/require-slot-default.md',
        },
        source: 'next-slots',
        relatedInformation: [
          { location: { uri: app.uri('app/dash/@team') }, message: 'Slot @team of /dash' },
          {
            location: { uri: app.uri('app/dash/settings/page.tsx') },
            message: 'Affects /dash/settings',
          },
        ],
      },
    ]);
    expect(diagnostics[0]?.message).toContain('`@team` has no ');
  });

  test('leave out what the client does not know', async () => {
    const app = dashboard();
    const client = await app.start({ capabilities: {} });
    app.open(client, layout);
    const { diagnostics } = await client.published(app.uri(layout));
    expect(Object.keys(diagnostics[0] ?? {}).sort()).toEqual(
      ['code', 'message', 'range', 'severity', 'source'].sort(),
    );
  });

  test('follow each edit of the unsaved text and name its version', async () => {
    const app = dashboard();
    const client = await app.join(sessions, { capabilities: fullClient });
    app.open(client, layout);
    await client.published(app.uri(layout));

    const published = client.published(app.uri(layout));
    client.notify('textDocument/didChange', {
      textDocument: { uri: app.uri(layout), version: 2 },
      contentChanges: [
        {
          range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
          text: '\n\n',
        },
      ],
    });
    const { version, diagnostics } = await published;
    expect(version).toBe(2);
    expect(diagnostics[0]?.range.start).toEqual({ line: 2, character: 41 });
  });

  test('go when the document is closed', async () => {
    const app = dashboard();
    const client = await app.join(sessions, { capabilities: fullClient });
    app.open(client, layout);
    await client.published(app.uri(layout));
    const published = client.published(app.uri(layout));
    client.notify('textDocument/didClose', { textDocument: { uri: app.uri(layout) } });
    expect((await published).diagnostics).toEqual([]);
  });

  test.each([
    ['folders', 'app/dash/@feed'],
    ['nothing but files', 'app/dash/@feed/page.tsx'],
  ])('follow changes if the client reports %s', async (_what, feed) => {
    const app = dashboard();
    const client = await app.join(sessions, { capabilities: fullClient });
    app.open(client, layout);
    await client.published(app.uri(layout));

    const gone = client.published(app.uri(layout));
    app.write('app/dash/@team/default.tsx', true);
    tell(client, app, 'app/dash/@team/default.tsx', 1);
    expect((await gone).diagnostics).toEqual([]);

    const added = client.published(app.uri(layout));
    app.write('app/dash/@feed/page.tsx', true);
    tell(client, app, feed, 1);
    expect(codes((await added).diagnostics)).toContain('require-slot-default: @feed');

    const back = client.published(app.uri(layout), (all) => codes(all)?.[0] !== undefined);
    rmSync(app.path('app/dash/@feed'), { recursive: true });
    rmSync(app.path('app/dash/@team/default.tsx'));
    tell(client, app, feed, 3);
    tell(client, app, 'app/dash/@team/default.tsx', 3);
    expect(codes((await back).diagnostics)).toEqual(['require-slot-default: @team']);
  });

  test('follow files if the client watches none', async () => {
    const app = dashboard();
    const client = await app.start({ capabilities: {} });
    app.open(client, layout);
    await client.published(app.uri(layout));

    const gone = client.published(app.uri(layout), (all) => all.length === 0);
    app.write('app/dash/@team/default.tsx', true);
    await gone;
    const added = client.published(app.uri(layout), (all) => all.length > 0);
    mkdirSync(app.path('app/dash/@feed'));
    app.write('app/dash/@feed/page.tsx', true);
    expect(codes((await added).diagnostics)).toContain('require-slot-default: @feed');
  });
});

describe('pulled', () => {
  test('of a document, and unchanged while nothing changed', async () => {
    const app = dashboard();
    const client = await app.join(sessions, { capabilities: pullingClient });
    app.open(client, layout);
    const textDocument = { uri: app.uri(layout) };
    const report = await client.request<Report>('textDocument/diagnostic', { textDocument });
    expect(report.kind).toBe('full');
    expect(codes(report.items)).toEqual(['require-slot-default: @team']);

    const again = await client.request<Report>('textDocument/diagnostic', {
      textDocument,
      previousResultId: report.resultId,
    });
    expect(again).toEqual({ kind: 'unchanged', resultId: report.resultId });
    expect(client.lastPublished(app.uri(layout))).toBeUndefined();
  });

  test('of the workspace: every app, open or not, without what was fixed', async () => {
    const app = new LspApp({
      'package.json': '{}',
      'apps/shop/package.json': '{"dependencies":{"next":"16.4.6"}}',
      'apps/shop/app/layout.tsx': true,
      'apps/shop/app/@cart/page.tsx': true,
      'apps/blog/package.json': '{"dependencies":{"next":"16.4.6"}}',
      'apps/blog/src/app/layout.tsx': true,
      'apps/blog/src/app/@side/page.tsx': true,
      'apps/blog/src/app/@side/default.tsx': true,
      'apps/docs/package.json': '{"dependencies":{"next":"16.4.6"}}',
      'apps/docs/app/layout.tsx': true,
      'apps/docs/app/@toc/page.tsx': true,
    });
    const client = await app.join(sessions, { capabilities: pullingClient });
    const all = await client.request<WorkspaceReport>('workspace/diagnostic', {
      previousResultIds: [],
    });
    const missing = all.items.filter(({ items }) =>
      items.some(({ code }) => code === 'require-slot-default'),
    );
    expect(missing.map(({ uri }) => uri).sort()).toEqual([
      app.uri('apps/docs/app/layout.tsx'),
      app.uri('apps/shop/app/layout.tsx'),
    ]);

    const refreshed = client.next(({ method }) => method === 'workspace/diagnostic/refresh');
    app.write('apps/shop/app/@cart/default.tsx', true);
    tell(client, app, 'apps/shop/app/@cart/default.tsx', 1);
    await refreshed;
    const later = await client.request<WorkspaceReport>('workspace/diagnostic', {
      previousResultIds: all.items.map(({ uri, resultId }) => ({ uri, value: resultId })),
    });
    const byUri = new Map(later.items.map((item) => [item.uri, item]));
    expect(byUri.get(app.uri('apps/docs/app/layout.tsx'))?.kind).toBe('unchanged');
    expect(codes(byUri.get(app.uri('apps/shop/app/layout.tsx'))?.items)).not.toContain(
      'require-slot-default: @cart',
    );
  });

  test('of the workspace: one for each cause, until a page that it breaks is open', async () => {
    const page = 'app/dash/settings/page.tsx';
    const app = dashboard({ [page]: true });
    const client = await app.join(sessions, {
      capabilities: pullingClient,
      initializationOptions: { preset: 'strict' },
    });
    const reported = async () => {
      const { items } = await client.request<WorkspaceReport>('workspace/diagnostic', {
        previousResultIds: [],
      });
      return new Map(items.map((item) => [item.uri, item.items]));
    };
    const closed = await reported();
    expect(codes(closed.get(app.uri(layout)))).toContain('require-slot-default: @team');
    expect(JSON.stringify(closed.get(app.uri(layout)))).toContain('Affects /dash/settings');
    expect(closed.has(app.uri(page))).toBe(false);
    app.open(client, page);
    expect(codes((await reported()).get(app.uri(page)))).toEqual(['no-unreachable-page: @team']);
  });
});

function tell(client: LspClient, app: LspApp, path: string, type: 1 | 2 | 3): void {
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: app.uri(path), type }] });
}

test('a large app without problems is checked while other requests are answered', async () => {
  const app = new LspApp({});
  writeLargeApp(app.root, { levels: 100 });
  const client = await app.start({ capabilities: pullingClient });
  const answered: string[] = [];
  const ask = async (method: string, params: object) => {
    await client.request(method, params);
    answered.push(method);
  };
  const textDocument = { uri: app.uri('app/layout.tsx') };
  await Promise.all([
    ask('workspace/diagnostic', { previousResultIds: [] }),
    ask('textDocument/hover', { textDocument, position: { line: 0, character: 0 } }),
  ]);
  expect(answered).toEqual(['textDocument/hover', 'workspace/diagnostic']);
});
