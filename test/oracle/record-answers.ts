import { mkdir, writeFile } from 'node:fs/promises';

import { withBuild, type Measurement } from './harness/measure-build.js';
import { get, withServer } from './harness/next-server.js';
import { verdictName } from './harness/next-version.js';
import { urlsOf } from './harness/oracle-tree.js';
import { storedTrees } from './stored-trees.js';

/** What Next itself printed and served, before anything read it. */
export interface RecordedAnswers {
  readonly trees: readonly string[];
  /** stdout and stderr of `next build`. */
  readonly output: string;
  /** Status and HTML by path, where the build passed. */
  readonly pages: Readonly<Record<string, { readonly status: number; readonly text: string }>>;
}

/** The recordings that the tests of the parsers read. */
export const recordings = new URL('recorded/', import.meta.url);

/** Stores the raw answers of one build about stored trees in `test/oracle/recorded/`. */
export async function recordAnswers(
  names: readonly string[],
  measurement: Measurement,
): Promise<number> {
  const trees = await storedTrees(names);
  const answers = await withBuild(trees, measurement, async (app): Promise<RecordedAnswers> => {
    const pages: Record<string, { status: number; text: string }> = {};
    if (app.result.code === 0) {
      await withServer(app, measurement.signal, async (origin) => {
        for (const [name, tree] of Object.entries(trees)) {
          for (const url of urlsOf(tree)) {
            const path = `/${name}${url === '/' ? '' : url}`;
            pages[path] = await get(origin + path, measurement.signal);
          }
        }
      });
    }
    // Recordings are committed: they hold no path of the machine that made them.
    const output = app.result.output
      .replaceAll(app.directory, '<app>')
      .replaceAll(/\.\/app-\w{6}\//gu, './<app>/')
      .replaceAll(/^<w>.*\n/gmu, '');
    return { trees: names, output, pages };
  });
  await mkdir(recordings, { recursive: true });
  const file = `${verdictName(measurement.build).replace(' ', '-')}.json`;
  await writeFile(new URL(file, recordings), `${JSON.stringify(answers, null, 2)}\n`);
  return 0;
}
