// What the plugin costs an editor: the same keystrokes in two tsservers, one with the plugin.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { link, workspace } from '../harness/packed.js';
import { Tsserver, tsserverVersions, type TsserverVersion } from '../harness/tsserver.js';
import { percentile, type Benchmark, type Figure } from './figures.js';

const requests = 200;
const warmUp = 40;
const ours = 'typescript-plugin-next-slots';

/** A dashboard as people have them: six slots, thirty pages, a layout of some length. */
const slots = ['team', 'analytics', 'data-grid', 'feed', 'modal', 'sidebar'];

const body = Array.from(
  { length: 30 },
  (_, index) => `      <section key={${index}} className="p-${index}">{children}</section>`,
).join('\n');

const layoutWith = (pattern: string, type: string, use: string) => `import type React from 'react';

interface LayoutProps {
  children: React.ReactNode;
  ${type}
}

export default function DashboardLayout({ children, ${pattern} }: LayoutProps) {
  const now = new Date();
  return (
    <main>
${body}
      {${use}}
    </main>
  );
}
`;

const places = {
  pattern: (typed: string) => layoutWith(`${typed}‸`, '', 'children'),
  type: (typed: string) => layoutWith('', `${typed}‸`, 'children'),
  'another place of the layout': (typed: string) => layoutWith('', '', `now.${typed}‸`),
};

/** Where the cursor stands: a file, and its text with what is typed. */
const cursors: Readonly<Record<string, readonly [path: string, code: (typed: string) => string]>> =
  {
    ...Object.fromEntries(
      Object.entries(places).map(([name, code]) => [name, ['app/dash/layout.tsx', code] as const]),
    ),
    'another file of the app': [
      'app/dash/page.tsx',
      (typed) =>
        `export default function Page() {\n  const now = new Date();\n  now.${typed}‸\n}\n`,
    ],
  };

function createApp(plugins: readonly string[]): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'next-slots-bench-')));
  const files: Record<string, string> = {
    'package.json': JSON.stringify({ dependencies: { next: '16.4.6' } }),
    'next.config.ts': 'export default {};\n',
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        target: 'es2022',
        lib: ['dom', 'esnext'],
        module: 'esnext',
        moduleResolution: 'bundler',
        jsx: 'preserve',
        strict: true,
        types: [],
        plugins: plugins.map((name) => ({ name })),
      },
      include: ['**/*.ts', '**/*.tsx'],
    }),
    'app/dash/layout.tsx': layoutWith('', '', 'children'),
  };
  for (const folder of ['', ...slots.map((slot) => `@${slot}/`)]) {
    for (const name of ['', 'members/', 'settings/', '[id]/', 'reports/']) {
      files[`app/dash/${folder}${name}page.tsx`] =
        'export default function Page() {\n  return null;\n}\n';
    }
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  link(join(workspace, 'packages/typescript-plugin'), join(root, 'node_modules', ours));
  return root;
}

/** One tsserver with a file open, and how long its answers took. */
class Bench {
  readonly #server: Tsserver;
  readonly #root: string;
  #text = new Map<string, string>();

  constructor(version: TsserverVersion, plugins: readonly string[], over: (() => unknown)[]) {
    this.#root = createApp(plugins);
    over.push(() => {
      rmSync(this.#root, { recursive: true, force: true });
    });
    this.#server = new Tsserver(version, this.#root, (cleanUp) => over.push(cleanUp));
    this.#server.notify('configure', { preferences: { includeCompletionsWithInsertText: true } });
  }

  /** Types a text and asks what can be completed at its cursor. */
  async complete(path: string, marked: string): Promise<number> {
    const file = join(this.#root, path);
    const cursor = marked.indexOf('‸');
    const text = marked.replace('‸', '');
    const old = this.#text.get(path);
    if (old === undefined) this.#server.notify('open', { file, fileContent: text });
    else {
      const end = { endLine: old.split('\n').length, endOffset: 1 };
      this.#server.notify('change', { file, line: 1, offset: 1, ...end, insertString: text });
    }
    this.#text.set(path, text);
    // What tsserver does with the text itself is no part of the answer's time.
    await this.#server.request('projectInfo', { file, needFileNameList: false });
    const lines = text.slice(0, cursor).split('\n');
    const place = { file, line: lines.length, offset: (lines.at(-1)?.length ?? 0) + 1 };
    const started = performance.now();
    await this.#server.request('completionInfo', place);
    return performance.now() - started;
  }
}

export const tsserver: Benchmark = {
  name: 'tsserver',
  title: 'Completions in tsserver',
  about:
    'The same 200 keystrokes in a layout of 60 lines, sent by turns to two tsservers, one with `typescript-plugin-next-slots` and one without: the time from the request to the answer.',
  async measure() {
    const figures: Figure[] = [];
    for (const version of tsserverVersions) figures.push(...(await measureVersion(version)));
    return figures;
  },
};

async function measureVersion(version: TsserverVersion): Promise<Figure[]> {
  const over: (() => unknown)[] = [];
  try {
    const plain = new Bench(version, [], over);
    const plugged = new Bench(version, [ours], over);
    const figures: Figure[] = [];
    for (const [name, [path, code]] of Object.entries(cursors)) {
      const times = { plain: [] as number[], plugged: [] as number[] };
      for (let count = -warmUp; count < requests; count += 1) {
        const marked = code('getTimes'.slice(0, Math.abs(count) % 4));
        // In turns, and each first as often, so that a busy machine hits both alike.
        const first = count % 2 === 0;
        const a = await (first ? plain : plugged).complete(path, marked);
        const b = await (first ? plugged : plain).complete(path, marked);
        if (count < 0) continue;
        times.plain.push(first ? a : b);
        times.plugged.push(first ? b : a);
      }
      for (const percent of [50, 95]) {
        figures.push({
          what: `TypeScript ${version}, ${name}, p${percent}`,
          value: percentile(times.plugged, percent),
          unit: 'ms',
          beside: { what: 'without the plugin', value: percentile(times.plain, percent) },
        });
      }
    }
    return figures;
  } finally {
    for (const cleanUp of over.reverse()) await cleanUp();
  }
}
