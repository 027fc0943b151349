import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fullClient, LspApp, pullingClient } from '../harness/lsp-app.js';
import type { WireDiagnostic } from '../harness/lsp-client.js';

const layout = 'app/layout.tsx';
const files = { [layout]: true, 'app/page.tsx': true, 'app/@team/page.tsx': true } as const;
const check = 'require-slot-default';

const isReported = (diagnostics: readonly WireDiagnostic[]) =>
  diagnostics.some(({ code }) => code === check);

const severityOf = (diagnostics: readonly WireDiagnostic[]) =>
  diagnostics.find(({ code }) => code === check)?.severity;

const asked = { ...fullClient, workspace: { ...fullClient.workspace, configuration: true } };

describe('settings', () => {
  test('in initializationOptions set checks and levels', async () => {
    const app = new LspApp(files);
    const client = await app.start({
      capabilities: fullClient,
      initializationOptions: { preset: 'strict', rules: { [check]: 'warn' } },
    });
    app.open(client, layout);
    const { diagnostics } = await client.published(app.uri(layout));
    expect(severityOf(diagnostics)).toBe(2);
  });

  test('requested from the client take precedence, and follow each change', async () => {
    const app = new LspApp(files);
    let level = 'off';
    const client = await app.start({
      capabilities: asked,
      initializationOptions: { rules: { [check]: 'error' } },
      configuration: ({ section }) =>
        section === 'next-slots' ? { rules: { [check]: level } } : null,
    });
    app.open(client, layout);
    expect(isReported((await client.published(app.uri(layout))).diagnostics)).toBe(false);

    level = 'warn';
    const louder = client.published(app.uri(layout), isReported);
    client.notify('workspace/didChangeConfiguration', { settings: null });
    expect(severityOf((await louder).diagnostics)).toBe(2);
  });

  test('that the client pushes hold as well', async () => {
    const app = new LspApp(files);
    const client = await app.start({ capabilities: fullClient });
    app.open(client, layout);
    await client.published(app.uri(layout), isReported);
    const silent = client.published(app.uri(layout), (all) => !isReported(all));
    client.notify('workspace/didChangeConfiguration', {
      settings: { 'next-slots': { rules: { [check]: 'off' } }, other: { rules: 1 } },
    });
    await silent;
  });

  test('of one folder do not reach into another', async () => {
    const app = new LspApp({
      'a/package.json': '{"dependencies":{"next":"16.4.6"}}',
      'b/package.json': '{"dependencies":{"next":"16.4.6"}}',
      'a/app/layout.tsx': true,
      'b/app/layout.tsx': true,
      'a/app/@x/page.tsx': true,
      'b/app/@x/page.tsx': true,
    });
    const client = await app.start({
      capabilities: asked,
      folders: [app.path('a'), app.path('b')],
      configuration: ({ scopeUri }) =>
        scopeUri === app.uri('a') ? { rules: { [check]: 'off' } } : {},
    });
    for (const [folder, expected] of [
      ['a', false],
      ['b', true],
    ] as const) {
      const path = `${folder}/app/layout.tsx`;
      app.open(client, path);
      expect(isReported((await client.published(app.uri(path))).diagnostics)).toBe(expected);
    }
  });

  test('that are invalid are named, and the others apply', async () => {
    const app = new LspApp(files);
    const client = await app.start({
      capabilities: fullClient,
      initializationOptions: {
        preset: 'loudest',
        nextVersions: '15',
        rules: { [check]: 'warn', 'require-slot-defaults': 'error' },
      },
    });
    app.open(client, layout);
    const { diagnostics } = await client.published(app.uri(layout));
    expect(severityOf(diagnostics)).toBe(2);
    const shown = client.received
      .filter(({ method }) => method === 'window/showMessage')
      .map(({ params }) => (params as { readonly message: string }).message)
      .join('\n');
    for (const word of ['preset', 'nextVersions', 'require-slot-defaults']) {
      expect(shown).toContain(word);
    }
  });

  test('appDir and pageExtensions set where routes are and which files count', async () => {
    const app = new LspApp({
      'web/routes/layout.page.tsx': true,
      'web/routes/@team/page.page.tsx': true,
      'web/routes/@team/default.tsx': true,
    });
    const client = await app.start({
      capabilities: fullClient,
      initializationOptions: { appDir: 'web/routes', pageExtensions: ['page.tsx'] },
    });
    const path = 'web/routes/layout.page.tsx';
    app.open(client, path);
    expect(isReported((await client.published(app.uri(path))).diagnostics)).toBe(true);
    const registered = client.received.find(({ method }) => method === 'client/registerCapability');
    expect(JSON.stringify(registered?.params)).toContain(app.uri('web/routes'));
  });

  test('that name another app directory later let it be watched from then on', async () => {
    const app = new LspApp({ 'web/routes/layout.tsx': true });
    const client = await app.start({ capabilities: fullClient });
    const registered = () =>
      client.next(
        ({ method, params }) =>
          method === 'client/registerCapability' &&
          JSON.stringify(params).includes(app.uri('web/routes')),
      );
    const first = client.next(({ method }) => method === 'client/registerCapability');
    await first;
    const again = registered();
    client.notify('workspace/didChangeConfiguration', {
      settings: { 'next-slots': { appDir: 'web/routes' } },
    });
    await again;
    await client.next(({ method }) => method === 'client/unregisterCapability');
  });

  test('are not awaited if the client fails to send them', async () => {
    const app = new LspApp(files);
    const fail = () => {
      throw new Error('This client answers with an error.');
    };
    for (const options of [
      { configuration: fail },
      { unanswered: ['workspace/configuration', 'client/registerCapability'] },
    ]) {
      const client = await app.start({ capabilities: asked, ...options });
      app.open(client, layout);
      await client.published(app.uri(layout), isReported);
    }
  });
});

describe('folders', () => {
  test('come and go while the session lasts', async () => {
    const app = new LspApp({
      'a/package.json': '{"dependencies":{"next":"16.4.6"}}',
      'a/app/layout.tsx': true,
      'a/app/@x/page.tsx': true,
      'b/package.json': '{"dependencies":{"next":"16.4.6"}}',
      'b/app/layout.tsx': true,
      'b/app/@x/page.tsx': true,
    });
    const client = await app.start({ capabilities: pullingClient, folders: [app.path('a')] });
    const reported = async () => {
      const { items } = await client.request<{
        items: { uri: string; items: WireDiagnostic[] }[];
      }>('workspace/diagnostic', { previousResultIds: [] });
      return items.filter((item) => isReported(item.items)).map(({ uri }) => uri);
    };
    expect(await reported()).toEqual([app.uri('a/app/layout.tsx')]);
    client.notify('workspace/didChangeWorkspaceFolders', {
      event: {
        added: [{ uri: app.uri('b'), name: 'b' }],
        removed: [{ uri: app.uri('a'), name: 'a' }],
      },
    });
    await client.until(
      async () => (await reported())[0] === app.uri('b/app/layout.tsx'),
      'the new folder is reported alone',
    );
  });

  test('are not needed: a single file finds its app', async () => {
    const app = new LspApp(files);
    const client = await app.start({ capabilities: fullClient, folders: [] });
    app.open(client, layout);
    expect(isReported((await client.published(app.uri(layout))).diagnostics)).toBe(true);
  });

  test('without an app cost nothing: TypeScript is not even loaded', async () => {
    const app = new LspApp({ 'package.json': '{}', 'src/index.ts': 'export {};\n' });
    const client = await app.start({ capabilities: pullingClient });
    app.open(client, 'src/index.ts');
    const at = {
      textDocument: { uri: app.uri('src/index.ts') },
      position: { line: 0, character: 8 },
    };
    expect(await client.request('textDocument/completion', at)).toEqual([]);
    expect(await client.request('textDocument/hover', at)).toBeNull();
    expect(memoryOf(client.process.pid)).toBeLessThan(110);
  });
});

/** Resident megabytes of a process. */
function memoryOf(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid ?? 0}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB/mu.exec(status)?.[1]) / 1024;
}
