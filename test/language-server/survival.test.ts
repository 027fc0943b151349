import { chmodSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { spawn } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { fullClient, LspApp, pullingClient } from '../harness/lsp-app.js';
import { serverFile } from '../harness/lsp-server-file.js';
import type { LspClient, WireMessage } from '../harness/lsp-client.js';

const layout = 'app/layout.tsx';
const files = { [layout]: true, 'app/page.tsx': true, 'app/@team/page.tsx': true } as const;

/** Asks for something simple, and thereby whether the server still answers. */
async function isAlive(client: LspClient, app: LspApp): Promise<boolean> {
  const answer = await client.send('textDocument/codeAction', {
    textDocument: { uri: app.uri(layout) },
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    context: { diagnostics: [] },
  });
  return Array.isArray(answer.result);
}

describe('an invalid message', () => {
  const frame = (body: string) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  const nonsense: readonly (readonly [string, string])[] = [
    ['no header at all', 'hello there\r\n\r\n'],
    ['a header without a length', 'Content-Type: text/plain\r\n\r\n'],
    ['a length that is no number', 'Content-Length: many\r\n\r\n{}'],
    ['a negative length', 'Content-Length: -5\r\n\r\n'],
    ['a length beyond all reason', 'Content-Length: 99999999999999\r\n\r\n'],
    ['a body that is no JSON', frame('{"jsonrpc":"2.0",')],
    ['a length that is too short', 'Content-Length: 10\r\n\r\n{"jsonrpc":"2.0","method":"x"}'],
    ['a length that is too long', 'Content-Length: 60\r\n\r\n{"jsonrpc":"2.0","method":"x"}'],
    ['a batch', frame('[{"jsonrpc":"2.0","method":"x"}]')],
    ['null', frame('null')],
    ['a number', frame('42')],
    ['an empty object', frame('{}')],
    ['a method that is a number', frame('{"jsonrpc":"2.0","id":90,"method":7}')],
    ['parameters that are a string', frame('{"jsonrpc":"2.0","id":90,"method":"x","params":"y"}')],
    ['a response nobody waits for', frame('{"jsonrpc":"2.0","id":991,"result":null}')],
    ['bytes that are no UTF-8', 'Content-Length: 3\r\n\r\n\u00ff\u00fe\u00fd'],
  ];

  test('is survived, and the next message answered', async () => {
    const app = new LspApp(files);
    const client = await app.start();
    for (const [name, bytes] of nonsense) {
      client.writeRaw(Buffer.from(bytes, 'latin1'));
      expect(await isAlive(client, app), name).toBe(true);
    }
    // Not one of them brought the process to its last resort.
    expect(client.stderr).toBe('');
  });

  test('is answered with an error where it has an id', async () => {
    const app = new LspApp(files);
    const client = await app.start();
    const answer = client.answerTo(90);
    client.writeRaw(frame('{"jsonrpc":"2.0","id":90,"method":7}'));
    expect((await answer).error?.code).toBe(-32600);
  });

  test('cut into single bytes is a message all the same', async () => {
    const app = new LspApp(files);
    const client = await app.start();
    const answer = client.answerTo('slow');
    const body =
      '{"jsonrpc":"2.0","id":"slow","method":"workspace/executeCommand","params":{"command":"ä"}}';
    for (const byte of Buffer.from(`content-type: x\r\n${frame(body)}`)) {
      client.writeRaw(Uint8Array.of(byte));
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await answer).result).toBeNull();
  });
});

describe('every request is answered', () => {
  test('before `initialize`, after `shutdown`, twice, unknown, and with an id in use', async () => {
    const app = new LspApp(files);
    const client = app.connect();
    const codes: (number | undefined)[] = [];
    const ask = async (method: string, params: unknown = {}) => {
      codes.push((await client.send(method, params)).error?.code);
    };
    await ask('textDocument/hover');
    await ask('initialize', null);
    await client.initialize();
    await ask('initialize', { capabilities: {} });
    await ask('textDocument/noSuchThing');
    await client.request('shutdown', null);
    await ask('textDocument/hover');
    expect(codes).toEqual([-32002, -32602, -32600, -32601, -32600]);
    client.notify('exit', null);
    expect(await client.exited).toBe(0);
  });

  test('whatever its parameters are', async () => {
    const app = new LspApp(files);
    const client = await app.start({ capabilities: pullingClient });
    const bad = [null, {}, [], { textDocument: null }, { textDocument: { uri: 7 } }];
    const methods = [
      'textDocument/codeAction',
      'textDocument/completion',
      'completionItem/resolve',
      'textDocument/hover',
      'textDocument/definition',
      'textDocument/references',
      'textDocument/prepareRename',
      'textDocument/rename',
      'textDocument/documentLink',
      'textDocument/codeLens',
      'textDocument/diagnostic',
      'workspace/diagnostic',
      'workspace/willRenameFiles',
      'workspace/executeCommand',
    ];
    const answers = await Promise.all(
      methods.flatMap((method) => bad.map((params) => client.send(method, params))),
    );
    expect(answers).toHaveLength(methods.length * bad.length);
    expect(await isAlive(client, app)).toBe(true);
  });

  test('when it is cancelled, in time or too late', async () => {
    const app = new LspApp(files);
    const client = await app.start({ capabilities: pullingClient });
    const asked = Array.from({ length: 20 }, (_, index) => {
      const answer = client.send('workspace/diagnostic', { previousResultIds: [] }, `c${index}`);
      client.notify('$/cancelRequest', { id: `c${index}` });
      return answer;
    });
    for (const { result, error } of await Promise.all(asked)) {
      expect(result !== undefined || error?.code === -32800).toBe(true);
    }
    client.notify('$/cancelRequest', { id: 'c0' });
    client.notify('$/cancelRequest', null);
    expect(await isAlive(client, app)).toBe(true);
    expect(client.stderr).toBe('');
  });
});

describe('a session goes on', () => {
  test('with notifications that make no sense', async () => {
    const app = new LspApp(files);
    const client = await app.start();
    for (const method of [
      'textDocument/didOpen',
      'textDocument/didChange',
      'textDocument/didClose',
      'textDocument/didSave',
      'workspace/didChangeWatchedFiles',
      'workspace/didChangeConfiguration',
      'workspace/didChangeWorkspaceFolders',
      'no/such/thing',
    ]) {
      for (const params of [null, {}, [], { textDocument: null, changes: 3, settings: 4 }]) {
        client.notify(method, params);
      }
    }
    expect(await isAlive(client, app)).toBe(true);
  });

  test('when the app vanishes and comes back', async () => {
    const app = new LspApp(files);
    const client = await app.start({ capabilities: fullClient });
    app.open(client, layout);
    await client.published(app.uri(layout), (all) => all.length > 0);
    rmSync(app.path('app'), { recursive: true });
    const gone = client.published(app.uri(layout), (all) => all.length === 0);
    client.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: app.uri('app'), type: 3 }],
    });
    await gone;
    for (const [path, content] of Object.entries(files)) app.write(path, content);
    const back = client.published(app.uri(layout), (all) => all.length > 0);
    client.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: app.uri('app'), type: 1 }],
    });
    await back;
  });

  test('through a burst of 5,000 events, with one answer to all of them', async () => {
    const app = new LspApp(files);
    const client = await app.start({ capabilities: fullClient });
    app.open(client, layout);
    await client.published(app.uri(layout), (all) => all.length > 0);
    const before = client.received.length;
    app.write('app/@feed/page.tsx', true);
    for (let index = 0; index < 5000; index += 1) {
      client.notify('workspace/didChangeWatchedFiles', {
        changes: [{ uri: app.uri(`app/x${index}/page.tsx`), type: 1 }],
      });
    }
    await client.until(
      () =>
        (client.lastPublished(app.uri(layout)) ?? []).some(({ message }) =>
          message.includes('@feed'),
        ),
      'the new slot is reported',
    );
    expect(await isAlive(client, app)).toBe(true);
    const published = client.received
      .slice(before)
      .filter(({ method }) => method === 'textDocument/publishDiagnostics');
    expect(published.length).toBeLessThanOrEqual(3);
  });

  test('with broken source in every open file', async () => {
    const app = new LspApp(files);
    const client = await app.start({ capabilities: fullClient });
    const broken = [
      '',
      '\0\0',
      'export default function ({',
      '<<<<<<< HEAD',
      '`${'.repeat(500),
      '}'.repeat(9999),
    ];
    for (const [index, text] of broken.entries()) {
      const path = `app/b${index}/layout.tsx`;
      app.write(path, text);
      app.write(`app/b${index}/@x/page.tsx`, text);
      app.open(client, path, text);
      await client.published(app.uri(path));
    }
    expect(await isAlive(client, app)).toBe(true);
    expect(failures(client.received)).toEqual([]);
  });
});

// The library asks every three seconds whether the client lives.
test.skipIf(process.getuid?.() !== 0)(
  'a client whose process cannot be seen is not taken for a dead one',
  async () => {
    const app = new LspApp(files);
    const nobody = 65_534;
    chmodSync(app.root, 0o755);
    const client = await app.start({ user: { uid: nobody, gid: nobody } });
    const ended = await Promise.race([client.exited, pause(3500, 'still there')]);
    expect(ended).toBe('still there');
    expect(await isAlive(client, app)).toBe(true);
  },
);

describe('the process ends', () => {
  test('when its input ends', async () => {
    const app = new LspApp(files);
    const client = await app.start();
    client.process.stdin.end();
    expect(await client.exited).toBe(1);
  });

  test('when nobody reads its output', async () => {
    const app = new LspApp(files);
    const client = await app.start();
    client.process.stdout.destroy();
    client.notify('textDocument/didClose', {});
    void client.send('workspace/executeCommand', { command: 'x' });
    expect(await client.exited).not.toBeNull();
  });

  test('when the client dies silently and its pipe stays open', async () => {
    const app = new LspApp(files);
    const client = app.connect();
    const parent = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const answer = client.answerTo('init');
    client.write({
      id: 'init',
      method: 'initialize',
      params: { processId: parent.pid, rootUri: null, capabilities: {} },
    });
    await answer;
    const exited = new Promise((resolve) => parent.on('exit', resolve));
    parent.kill('SIGKILL');
    await exited;
    expect(await client.exited).toBe(1);
  });

  test('with the status that says how, on the command line', async () => {
    const app = new LspApp(files);
    const run = (...args: string[]) =>
      app.connect({ command: [process.execPath, serverFile(), ...args] }).exited;
    expect(await Promise.all([run('--version'), run('--help'), run(), run('--nonsense')])).toEqual([
      0, 0, 2, 2,
    ]);
  });
});

/** What the server logged as its own failures. */
function failures(messages: readonly WireMessage[]): unknown[] {
  return messages.filter(
    ({ method, params }) =>
      method === 'window/logMessage' && (params as { readonly type: number }).type === 1,
  );
}

test('a client that registers its watchers late is not watched over any longer', async () => {
  const app = new LspApp(files);
  const client = await app.start({
    capabilities: fullClient,
    unanswered: ['client/registerCapability'],
  });
  app.open(client, layout);
  const uri = app.uri(layout);
  const count = () => client.lastPublished(uri)?.length;
  await client.until(() => count() !== undefined, 'diagnostics');
  // Nobody says that it watches, so that the server looks for itself.
  await pause(4000);
  app.write('app/@team/default.tsx', true);
  app.write('app/@other/page.tsx', true);
  await client.until(() => JSON.stringify(client.lastPublished(uri)).includes('@other'), 'a look');
  for (const { id, method } of client.received) {
    if (method === 'client/registerCapability') client.write({ id: id ?? null, result: null });
  }
  await pause(1500);
  app.write('app/@third/page.tsx', true);
  await pause(2500);
  expect(JSON.stringify(client.lastPublished(uri))).not.toContain('@third');
});
