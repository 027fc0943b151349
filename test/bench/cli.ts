/**
 * What `next-slots` costs as a process: `check` beside a bare Node that only walks the same tree with
 * `readdirSync`, at several sizes, and the start of `--version` and `--help` beside that of a Node that
 * does nothing. The processes of a pair run in turns, and the fastest of each counts, so that what else
 * the machine does falls on both.
 *
 * Usage: `pnpm bench:cli [LEVELS…]`; a level is a layout with two slots, nine files in all.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workspace } from '../harness/packed.js';
import { filesPerLevel, writeLargeApp } from './large-app.mjs';

/** What one run of a process took. */
export interface ProcessCost {
  /** From start to end, in milliseconds. */
  readonly wall: number;
  /** What all its threads computed, in milliseconds. */
  readonly cpu: number;
  /** The most memory that it held at once, in megabytes. */
  readonly memory: number;
}

/** `check` over one app. */
export interface CheckCost {
  readonly files: number;
  readonly check: ProcessCost;
  /** A bare Node that walks the same tree. */
  readonly walk: ProcessCost;
}

/** What the command line costs. */
export interface CliCost {
  readonly checks: readonly CheckCost[];
  readonly starts: {
    /** `node -e 0`. */
    readonly node: ProcessCost;
    readonly version: ProcessCost;
    readonly help: ProcessCost;
  };
}

const cli = join(workspace, 'packages/cli/dist/main.js');
const reporter = join(workspace, 'test/bench/report-usage.cjs');

const walk = `
import { readdirSync } from 'node:fs';
const walk = (folder) => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) walk(folder + '/' + entry.name);
  }
};
walk(process.argv[1]);
`;

/**
 * Measures all of it.
 *
 * @param levels - How many slot levels the apps have; 1,000 are 9,000 files.
 * @param rounds - How often each process runs.
 */
export function measureCli(levels: readonly number[] = [1000, 2000, 11_111], rounds = 5): CliCost {
  return {
    checks: levels.map((count) => measureCheck(count, rounds)),
    starts: fastest(rounds, {
      node: ['-e', '0'],
      version: [cli, '--version'],
      help: [cli, '--help'],
    }),
  };
}

function measureCheck(levels: number, rounds: number): CheckCost {
  const root = mkdtempSync(join(tmpdir(), 'next-slots-bench-'));
  try {
    writeLargeApp(root, { levels });
    const costs = fastest(rounds, {
      check: [cli, 'check', root],
      walk: ['--input-type=module', '-e', walk, join(root, 'app')],
    });
    return { files: levels * filesPerLevel, ...costs };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Runs Node with each list of arguments, in turns, and keeps the least of every figure. */
function fastest<Name extends string>(
  rounds: number,
  commands: Readonly<Record<Name, readonly string[]>>,
): Readonly<Record<Name, ProcessCost>> {
  const names = Object.keys(commands) as Name[];
  const runs = Array.from({ length: rounds }, () => names.map((name) => runNode(commands[name])));
  const least = (index: number, figure: keyof ProcessCost) =>
    Math.min(...runs.map((round) => round[index]?.[figure] ?? Infinity));
  return Object.fromEntries(
    names.map((name, index) => [
      name,
      { wall: least(index, 'wall'), cpu: least(index, 'cpu'), memory: least(index, 'memory') },
    ]),
  ) as Record<Name, ProcessCost>;
}

function runNode(args: readonly string[]): ProcessCost {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--require', reporter, ...args], {
    encoding: 'utf8',
  });
  const wall = performance.now() - started;
  if (status !== 0) throw new Error(stderr);
  return { wall, ...(JSON.parse(stderr) as Pick<ProcessCost, 'cpu' | 'memory'>) };
}

function print({ checks, starts }: CliCost): void {
  const line = (name: string, { wall, cpu, memory }: ProcessCost, more = '') => {
    const [time, computed, held] = [wall, cpu, memory].map((value) => value.toFixed(0).padStart(6));
    console.log(`${name.padEnd(12)}${time} ms ${computed} ms of processor ${held} MB  ${more}`);
  };
  for (const { files, check, walk: bare } of checks) {
    console.log(`${files.toLocaleString('en')} files`);
    line('  walk', bare);
    line('  check', check, `${(check.wall / bare.wall).toFixed(1)} times the walk`);
  }
  console.log('start');
  line('  node -e 0', starts.node);
  line('  --version', starts.version);
  line('  --help', starts.help);
}

if (process.argv[1] === import.meta.filename) {
  const levels = process.argv.slice(2).map(Number);
  print(levels.length === 0 ? measureCli() : measureCli(levels));
}
