// The command line beside `next build`, on one app.
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { workspace } from '../harness/packed.js';
import { installNext, nextCommand } from '../oracle/harness/install-next.js';
import { runProcess } from '../oracle/harness/run-process.js';
import { median, type Benchmark } from './figures.js';
import { writeLargeApp } from './large-app.mjs';

const version = '16.4.6';
const levels = 50;

export const nextBuild: Benchmark = {
  name: 'next-build',
  title: 'The command line beside `next build`',
  about: `Both are asked about a sound app of ${levels} dashboards with two slots each: \`next-slots check\`, and \`next build\` of ${version} without a cache. Whole processes.`,
  async measure() {
    const { signal } = new AbortController();
    const release = await installNext(version, signal);
    const next = await nextCommand(release);
    const root = await mkdtemp(join(release, 'bench-'));
    try {
      writeLargeApp(root, { levels });
      const run = async (args: readonly string[], expected: RegExp) => {
        const started = performance.now();
        const result = await runProcess(process.execPath, args, {
          cwd: root,
          timeoutSeconds: 540,
          signal,
        });
        if (!expected.test(result.output)) throw new Error(result.output);
        return performance.now() - started;
      };
      const cli = join(workspace, 'packages/cli/dist/main.js');
      const checks: number[] = [];
      for (let round = 0; round < 5; round += 1) {
        checks.push(await run([cli, 'check'], /No problems found/u));
      }
      const build = await run([next, 'build'], /prerendered as static content/u);
      return [
        {
          what: '`next-slots check`',
          value: median(checks),
          unit: 'ms',
          beside: { what: '`next build`', value: build },
        },
      ];
    } finally {
      await rm(root, { recursive: true, force: true, maxRetries: 5 });
    }
  },
};
