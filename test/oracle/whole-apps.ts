import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { findChromium, withBrowser } from './harness/browser.js';
import {
  basePathOf,
  linkedPath,
  verdictName,
  defaultBundler,
  type NextBuild,
} from './harness/next-version.js';
import { buildReason, withTopBuild, type Measurement } from './harness/measure-build.js';
import { get, withServer } from './harness/next-server.js';
import { urlsOf, type AppTree } from './harness/oracle-tree.js';
import { readMarkers } from './harness/rendered-markers.js';

/** An app of its own, whose root layout is the tree's, with what real Next.js does with it. */
export interface WholeApp extends AppTree {
  /** What is put into `next.config.js`. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** What a browser does: `/ /photo /about` loads `/`, then follows links to the others. */
  readonly journeys?: readonly string[];
  /** By the name of the build: `16.4.6`, `16.4.6 webpack`. */
  readonly verdicts: Record<string, WholeAppVerdict>;
  /** Why we do not say the same as Next.js, by the name of the build. */
  readonly notModelled?: Readonly<Record<string, string>>;
}

/** What `next build` and `next start` did with an app. `output: 'export'` has no server to ask. */
export type WholeAppVerdict =
  | { readonly build: 'fails'; readonly reason: string }
  | {
      readonly build: 'passes';
      /** Missing where the server did not start. Status, and the files whose output the HTML holds. */
      readonly urls?: Readonly<Record<string, { status: number; renders: readonly string[] }>>;
      /** By journey: the files whose output is on the screen after each of its steps. */
      readonly journeys?: Readonly<Record<string, readonly (readonly string[])[]>>;
    };

/** Apps by name. */
export type WholeApps = Record<string, WholeApp>;

const usage = `Asks real Next.js about whole apps, and stores what it answers.

pnpm oracle:app FILE [NAME…]   the apps of a file in test/oracle/apps, or those named
pnpm oracle:app --tree TREE    one tree that is stored nowhere: '{layout,page,x/{page,@a/page}}'
  --next VERSIONS              comma-separated, each with its bundler where that is not the
                               version's own: 16.4.6,16.4.6:webpack,15.5.29 (these are the default)
  --url URL                    with --tree: another URL to ask (repeatable)
  --journey 'URL URL…'         with --tree: load the first in Chromium, follow links to the others
                               (repeatable)
  --config JSON                with --tree: what is put into next.config.js
  --source FILE=TEXT           with --tree: what a file holds, in place of a marker (repeatable)
  --again                      with a file: also what has a verdict already
`;

/** Builds one app, serves it where it builds, and asks its URLs. */
export async function measureWholeApp(
  name: string,
  app: Omit<WholeApp, 'verdicts' | 'notModelled'>,
  measurement: Measurement,
): Promise<WholeAppVerdict> {
  const config = { ...measurement.build.config, ...app.config };
  const configured = { ...measurement, build: { ...measurement.build, config } };
  return withTopBuild(name, app, configured, async (built) => {
    const { code, output } = built.result;
    if (code !== 0) return { build: 'fails', reason: buildReason(output) };
    if (config['output'] === 'export') return { build: 'passes' };
    try {
      return await withServer(built, measurement.signal, async (origin) => {
        const answers: Record<string, { status: number; renders: readonly string[] }> = {};
        for (const url of [...urlsOf(app), ...(app.urls ?? [])]) {
          const { status, text } = await get(
            linkedPath(`${origin}${basePathOf(configured.build)}${url}`, configured.build),
            measurement.signal,
          );
          answers[url] = { status, renders: readMarkers(text).map(inAppDirectory) };
        }
        if (app.journeys === undefined) return { build: 'passes', urls: answers };
        const journeys = await travel(app.journeys, origin, measurement.signal);
        return { build: 'passes', urls: answers, journeys };
      });
    } catch (error) {
      measurement.signal.throwIfAborted();
      measurement.log(String(error).slice(0, 600));
      return { build: 'passes' };
    }
  });
}

/** Makes each journey in a real browser. */
async function travel(
  journeys: readonly string[],
  origin: string,
  signal: AbortSignal,
): Promise<Record<string, readonly (readonly string[])[]>> {
  const chromium = await findChromium();
  return withBrowser(chromium, signal, async (screen) => {
    const shown: Record<string, readonly (readonly string[])[]> = {};
    for (const journey of journeys) {
      const steps: (readonly string[])[] = [];
      for (const [index, url] of journey.split(' ').entries()) {
        const files = index === 0 ? await screen.load(origin + url) : await screen.push(url);
        steps.push(files.map(inAppDirectory));
      }
      shown[journey] = steps;
    }
    return shown;
  });
}

function inAppDirectory(file: string): string {
  return file.replace(/^app\//u, '');
}

/** The files that `{layout,page,x/{page,@a/page}}` stands for. */
export function filesOfTree(text: string): string[] {
  let at = 0;
  const list = (): string[] => {
    const files: string[] = [];
    let word = '';
    let group: string[] | undefined;
    const end = () => {
      if (group) files.push(...group.map((file) => word + file));
      else if (word !== '') files.push(word);
      word = '';
      group = undefined;
    };
    for (; at < text.length && text[at] !== '}'; at += 1) {
      const character = text[at] ?? '';
      if (character === ',') end();
      else if (character === '{') {
        at += 1;
        group = list();
      } else word += character;
    }
    end();
    return files;
  };
  return list();
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      tree: { type: 'string' },
      next: { type: 'string', default: '16.4.6,16.4.6:webpack,15.5.29' },
      url: { type: 'string', multiple: true, default: [] },
      journey: { type: 'string', multiple: true, default: [] },
      config: { type: 'string', default: '{}' },
      source: { type: 'string', multiple: true, default: [] },
      again: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [file, ...names] = positionals;
  if (values.help || (file === undefined) === (values.tree === undefined)) {
    console.log(usage);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const builds = values.next.split(',').map((each): NextBuild => {
    const [version = '', bundler] = each.split(':');
    const named = bundler === 'webpack' || bundler === 'turbopack' ? bundler : undefined;
    return { version, bundler: named ?? defaultBundler(version) };
  });
  const { signal } = new AbortController();
  const measurement = { signal, log: console.error };
  if (values.tree !== undefined) {
    const sources = Object.fromEntries(
      values.source.map((each) => {
        const equals = each.indexOf('=');
        return [each.slice(0, equals), each.slice(equals + 1)];
      }),
    );
    const app = {
      files: filesOfTree(values.tree),
      urls: values.url,
      ...(values.journey.length > 0 && { journeys: values.journey }),
      config: JSON.parse(values.config) as Record<string, unknown>,
      ...(values.source.length > 0 && { sources }),
    };
    for (const build of builds) {
      const verdict = await measureWholeApp('app', app, { ...measurement, build });
      console.log(verdictName(build), JSON.stringify(verdict, null, 2));
    }
    return;
  }
  const stored = new URL(`apps/${(file ?? '').replace(/\.json$/u, '')}.json`, import.meta.url);
  const apps = JSON.parse(await readFile(stored, 'utf8')) as WholeApps;
  for (const [name, app] of Object.entries(apps)) {
    if (names.length > 0 && !names.includes(name)) continue;
    for (const build of builds) {
      if (!values.again && app.verdicts[verdictName(build)]) continue;
      const verdict = await measureWholeApp(name, app, { ...measurement, build });
      console.log(name, verdictName(build), JSON.stringify(verdict));
      app.verdicts[verdictName(build)] = verdict;
      await writeFile(stored, `${JSON.stringify(apps, null, 2)}\n`);
    }
  }
}

if (process.argv[1] === import.meta.filename) await main();
