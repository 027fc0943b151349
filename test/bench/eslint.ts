/**
 * What the rules cost in a run of ESLint, measured by ESLint itself: `eslint --stats` says how long each
 * file took in all, how long it took to parse, and how long each rule took. One process lints a large
 * app with every rule on and no other rule beside them, so nothing hides their share: once with files
 * of three lines, and once with files of a hundred, as people write them. All times are of the processor,
 * so that they hold on a machine that does other things too.
 *
 * Usage: `pnpm bench:eslint [LEVELS]`; a level is a layout with two slots, nine files in all.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import nextSlots from 'eslint-plugin-next-slots';
import { workspace } from '../harness/packed.js';
import { writeLargeApp } from './large-app.mjs';
import { layout, page, slotPage } from './usual-texts.mjs';

/** Milliseconds of one run, but for `files`. */
export interface EslintCost {
  readonly files: number;
  /** All that ESLint did with the files: reading them aside. */
  readonly lint: number;
  readonly parse: number;
  /** All our rules together. */
  readonly ours: number;
  /** Each rule of ours, the most expensive first. */
  readonly rules: readonly (readonly [name: string, time: number])[];
  /** {@link ours} as a part of {@link lint}. */
  readonly share: number;
}

/**
 * What is on: each of our rules with its default options, a preset of ours, or for comparison the rule
 * that asks the disk for each import.
 */
export type MeasuredRules = 'every' | 'recommended' | 'strict' | 'import-x/no-unresolved';

/** Lints an app of so many slot levels once, in a process of its own. */
export function measureEslint(
  levels: number,
  length: 'short' | 'usual',
  rules: MeasuredRules = 'every',
): EslintCost {
  const root = mkdtempSync(join(tmpdir(), 'next-slots-bench-'));
  try {
    writeLargeApp(root, { levels, length });
    writeImported(root);
    for (const name of packages) {
      const target = join(root, 'node_modules', name);
      mkdirSync(dirname(target), { recursive: true });
      symlinkSync(join(workspace, 'node_modules', name), target, 'junction');
    }
    writeFileSync(join(root, 'eslint.config.js'), configWith(rules));
    const output = join(root, 'stats.json');
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        ...['--require', join(workspace, 'test/bench/processor-time.cjs')],
        join(workspace, 'node_modules/eslint/bin/eslint.js'),
        ...['--stats', '-f', 'json', '-o', output, 'app'],
      ],
      { cwd: root, encoding: 'utf8' },
    );
    if (status === null || status > 1) throw new Error(stderr);
    return summed(JSON.parse(readFileSync(output, 'utf8')) as readonly LintResult[]);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const packages = [
  '@typescript-eslint/parser',
  'eslint-plugin-import-x',
  'eslint-plugin-next-slots',
  'next',
  'typescript',
];

/** The modules that the files of usual length import, so that each import leads somewhere. */
function writeImported(root: string): void {
  const tsconfig = { compilerOptions: { paths: { '@/*': ['./*'] } } };
  writeFileSync(join(root, 'tsconfig.json'), JSON.stringify(tsconfig));
  for (const text of [page, slotPage, layout]) {
    for (const [, path = ''] of text.matchAll(/from '@\/(.*?)'/gu)) {
      const file = join(root, `${path}.tsx`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, '');
    }
  }
}

function configWith(measured: MeasuredRules): string {
  const rules =
    measured === 'every'
      ? Object.fromEntries(Object.keys(nextSlots.rules).map((name) => [`next-slots/${name}`, 2]))
      : measured === 'import-x/no-unresolved'
        ? { [measured]: 2 }
        : nextSlots.configs[measured].rules;
  return `
import parser from '@typescript-eslint/parser';
import importX, { createNodeResolver } from 'eslint-plugin-import-x';
import nextSlots from 'eslint-plugin-next-slots';
export default [
  {
    files: ['**/*.tsx'],
    languageOptions: { parser },
    plugins: { 'import-x': importX, 'next-slots': nextSlots },
    settings: {
      'import-x/resolver-next': [
        createNodeResolver({
          extensions: ['.tsx', '.ts', '.js'],
          tsconfig: { configFile: import.meta.dirname + '/tsconfig.json' },
        }),
      ],
    },
    rules: ${JSON.stringify(rules)},
  },
];
`;
}

/** The part of ESLint's JSON that says how long things took. */
interface LintResult {
  readonly stats: {
    readonly times: {
      readonly passes: readonly {
        readonly total: number;
        readonly parse: { readonly total: number };
        readonly rules?: Readonly<Record<string, { readonly total: number }>>;
      }[];
    };
  };
}

function summed(results: readonly LintResult[]): EslintCost {
  let lint = 0;
  let parse = 0;
  const rules = new Map<string, number>();
  for (const { stats } of results) {
    for (const pass of stats.times.passes) {
      lint += pass.total;
      parse += pass.parse.total;
      for (const [name, { total }] of Object.entries(pass.rules ?? {})) {
        rules.set(name, (rules.get(name) ?? 0) + total);
      }
    }
  }
  const ours = [...rules.values()].reduce((sum, time) => sum + time, 0);
  return {
    files: results.length,
    lint,
    parse,
    ours,
    rules: [...rules].sort(([, a], [, b]) => b - a),
    share: ours / lint,
  };
}

if (process.argv[1] === import.meta.filename) {
  const milliseconds = (time: number) => `${time.toFixed(0).padStart(7)} ms`;
  for (const length of ['short', 'usual'] as const) {
    const cost = measureEslint(Number(process.argv[2] ?? 1000), length);
    console.log(`${cost.files} files of ${length} length`);
    console.log(`lint  ${milliseconds(cost.lint)}`);
    console.log(`parse ${milliseconds(cost.parse)}`);
    console.log(`ours  ${milliseconds(cost.ours)}  ${(cost.share * 100).toFixed(2)} %`);
    for (const [name, time] of cost.rules) console.log(`${milliseconds(time)}  ${name}`);
  }
}
