// What the language server costs in an app of ten thousand routes.
// tsx test/bench/language-server.ts [LEVELS]
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { LspClient } from '../harness/lsp-client.js';
import { workspace } from '../harness/packed.js';

const levels = Number(process.argv[2] ?? 1000);
const pages = 8000;
const rounds = 200;
const warmUp = 40;

const layout = (typed: string) =>
  `export default function Layout({ children, team, stats, ${typed} }: { children: unknown; team: unknown; stats: unknown }) {\n  return [children, team, stats];\n}\n`;

const root = realpathSync(mkdtempSync(join(tmpdir(), 'next-slots-bench-')));
const rows: { what: string; p50: string; p95: string }[] = [];
try {
  const writer = join(workspace, 'test/bench/large-app.mjs');
  spawnSync(process.execPath, [writer, root, String(levels), '10']);
  for (let page = 0; page < pages; page += 1) {
    const folder = join(root, `app/shop-${Math.floor(page / 50)}/item-${page}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, 'page.tsx'),
      'export default function Page() {\n  return null;\n}\n',
    );
  }
  await startUp();
  await session();
} finally {
  rmSync(root, { recursive: true, force: true });
}
console.log(`An app of ${levels} slot levels and ${levels * 2 + pages + 1} routes; milliseconds:`);
console.table(rows);

function connect(): LspClient {
  return new LspClient({
    command: [
      process.execPath,
      join(workspace, 'packages/language-server/dist/main.js'),
      '--stdio',
    ],
    cwd: root,
    capabilities: {
      workspace: {
        didChangeWatchedFiles: { dynamicRegistration: true },
        diagnostics: { refreshSupport: true },
      },
    },
  });
}

async function startUp(): Promise<void> {
  const bare: number[] = [];
  for (let round = 0; round < 20; round += 1) {
    const started = performance.now();
    spawnSync(process.execPath, ['-e', '0']);
    bare.push(performance.now() - started);
  }
  report('Node alone, start to end', bare);
  const times: number[] = [];
  for (let round = 0; round < 20; round += 1) {
    const started = performance.now();
    const client = connect();
    await client.initialize();
    times.push(performance.now() - started);
    await client.kill();
  }
  report('process start to answer of `initialize`', times);
}

async function session(): Promise<void> {
  const client = await connect().open();
  const uri = pathToFileURL(join(root, 'app/area-7/level-350/layout.tsx')).href;
  const first = performance.now();
  const opened = client.published(uri);
  client.notify('textDocument/didOpen', {
    textDocument: { uri, languageId: 'typescriptreact', version: 1, text: layout('') },
  });
  await opened;
  report('first diagnostics of the session', [performance.now() - first]);
  const memory = (after: string) => {
    const status = readFileSync(`/proc/${client.process.pid ?? 0}/status`, 'utf8');
    const megabytes = Number(/^VmRSS:\s+(\d+) kB/mu.exec(status)?.[1]) / 1024;
    rows.push({ what: `memory after ${after}, MB`, p50: megabytes.toFixed(0), p95: '' });
  };
  memory('that');

  const keystrokes: number[] = [];
  for (let round = 0; round < rounds + warmUp; round += 1) {
    const published = client.published(uri);
    const started = performance.now();
    client.notify('textDocument/didChange', {
      textDocument: { uri, version: round + 2 },
      contentChanges: [{ text: layout(`t${round}`) }],
    });
    await published;
    if (round >= warmUp) keystrokes.push(performance.now() - started);
  }
  report('keystroke to diagnostics', keystrokes);

  const text = layout('');
  client.notify('textDocument/didChange', {
    textDocument: { uri, version: 999 },
    contentChanges: [{ text }],
  });
  const at = {
    textDocument: { uri },
    position: { line: 0, character: text.indexOf('stats, ') + 'stats, '.length },
  };
  for (const method of ['completion', 'hover', 'definition'] as const) {
    const times: number[] = [];
    const position =
      method === 'completion' ? at.position : { line: 0, character: text.indexOf('team') };
    for (let round = 0; round < rounds + warmUp; round += 1) {
      const started = performance.now();
      await client.request(`textDocument/${method}`, { ...at, position });
      if (round >= warmUp) times.push(performance.now() - started);
    }
    report(method, times);
  }

  const created = 'app/area-7/level-350/@team/loading.tsx';
  const events: number[] = [];
  for (let round = 0; round < 20; round += 1) {
    writeFileSync(join(root, created.replace('loading', `x${round}`)), '');
    const started = performance.now();
    client.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: pathToFileURL(join(root, created)).href, type: 1 }],
    });
    await new Promise((resolve) => setTimeout(resolve, 150));
    await client.request('textDocument/hover', at);
    events.push(performance.now() - started - 150);
  }
  report('a request behind a file event', events);

  memory('these');
  const whole = performance.now();
  await client.request('workspace/diagnostic', { previousResultIds: [] });
  report('diagnostics of the whole workspace', [performance.now() - whole]);
  const again = performance.now();
  await client.request('workspace/diagnostic', { previousResultIds: [] });
  report('the same again', [performance.now() - again]);

  memory('the workspace');
  await client.kill();
}

function report(what: string, times: number[]): void {
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(1);
  rows.push({ what, p50: at(0.5), p95: at(0.95) });
}
