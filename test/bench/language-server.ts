// What the language server costs in an app of ten thousand routes.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { LspClient } from '../harness/lsp-client.js';
import { workspace } from '../harness/packed.js';
import { median, percentile, timed, type Benchmark, type Figure } from './figures.js';
import { writeLargeApp } from './large-app.mjs';
import { writePlainPages } from './plain-pages.js';

const levels = 1000;
const pages = 8000;
const rounds = 200;
const warmUp = 40;

const layout = (typed: string) =>
  `export default function Layout({ children, team, stats, ${typed} }: { children: unknown; team: unknown; stats: unknown }) {\n  return [children, team, stats];\n}\n`;

export const languageServer: Benchmark = {
  name: 'language-server',
  title: 'Language server',
  about: `One session of \`next-slots-language-server\` over an app of ${(levels * 2 + pages + 1).toLocaleString('en')} routes and ${levels.toLocaleString('en')} slot levels.`,
  async measure() {
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'next-slots-bench-')));
    try {
      writeApp(root);
      return [await startUp(root), ...(await session(root))];
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  },
};

function writeApp(root: string): void {
  writeLargeApp(root, { levels, broken: 10 });
  writePlainPages(root, pages);
}

function connect(root: string): LspClient {
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

async function startUp(root: string): Promise<Figure> {
  const bare: number[] = [];
  const times: number[] = [];
  for (let round = 0; round < 20; round += 1) {
    bare.push(timed(() => spawnSync(process.execPath, ['-e', '0'])));
    const started = performance.now();
    const client = connect(root);
    await client.initialize();
    times.push(performance.now() - started);
    await client.kill();
  }
  return {
    what: 'process start to the answer of `initialize`',
    value: median(times),
    unit: 'ms',
    beside: { what: '`node -e 0`', value: median(bare) },
  };
}

async function session(root: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  const client = await connect(root).open();
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
    figures.push({ what: `memory after ${after}`, value: megabytes, unit: 'MB' });
  };
  memory('the first file was opened');

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

  const afterFile = async (created: string) => {
    const file = join(root, 'app/area-7/level-350', created);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '');
    const started = performance.now();
    client.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: pathToFileURL(file).href, type: 1 }],
    });
    await new Promise((resolve) => setTimeout(resolve, 150));
    await client.request('textDocument/hover', at);
    return performance.now() - started - 150;
  };
  const behindRoutes: number[] = [];
  const behindOthers: number[] = [];
  for (let round = 0; round < 20; round += 1) {
    behindRoutes.push(await afterFile(`x${round}/page.tsx`));
    behindOthers.push(await afterFile(`component-${round}.tsx`));
  }
  report('a request behind a new route', behindRoutes);
  report('a request behind a new file that is no route', behindOthers);

  memory('these requests');
  const whole = performance.now();
  await client.request('workspace/diagnostic', { previousResultIds: [] });
  report('diagnostics of the whole workspace', [performance.now() - whole]);
  const again = performance.now();
  await client.request('workspace/diagnostic', { previousResultIds: [] });
  report('the same again', [performance.now() - again]);

  memory('the whole workspace');
  await client.kill();
  return figures;

  function report(what: string, times: readonly number[]): void {
    if (times.length === 1) {
      figures.push({ what, value: median(times), unit: 'ms' });
      return;
    }
    for (const percent of [50, 95]) {
      figures.push({ what: `${what}, p${percent}`, value: percentile(times, percent), unit: 'ms' });
    }
  }
}
