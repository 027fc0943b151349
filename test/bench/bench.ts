/**
 * Measures everything that next-slots promises about its cost, prints it, and with `--save` writes it to
 * `test/bench/results.json`, from which `pnpm generate` makes `docs/performance.md`.
 *
 * Usage: `pnpm bench [NAME…] [--save]`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { commandLine } from './command-line.js';
import { explorer } from './explorer.js';
import type { Benchmark } from './figures.js';
import { languageServer } from './language-server.js';
import { lintRules } from './lint-rules.js';
import { nextBuild } from './next-build.js';
import { figureTable, type BenchResults } from './results.js';
import { routes } from './routes.js';
import { tsserver } from './tsserver.js';
import { validator } from './validator.js';

const benchmarks: readonly Benchmark[] = [
  routes,
  validator,
  lintRules,
  commandLine,
  nextBuild,
  tsserver,
  languageServer,
  explorer,
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { save: { type: 'boolean', default: false } },
});
const unknown = positionals.filter((name) => benchmarks.every((each) => each.name !== name));
if (unknown.length > 0) {
  const known = benchmarks.map(({ name }) => name).join(', ');
  console.error(`There is no benchmark ${unknown.join(', ')}. There are ${known}.`);
  process.exitCode = 2;
} else {
  await run();
}

async function run(): Promise<void> {
  const file = join(import.meta.dirname, 'results.json');
  const old = JSON.parse(readFileSync(file, 'utf8')) as BenchResults;
  const tables = new Map(old.tables.map((table) => [table.name, table]));
  for (const benchmark of benchmarks) {
    const { name, title, about } = benchmark;
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    console.log(`\n${title} …`);
    const table = { name, title, about, figures: await benchmark.measure() };
    console.log(figureTable(table.figures));
    tables.set(name, table);
    if (values.save) save(file, [...tables.values()]);
  }
  if (values.save) console.log('\nSaved. `pnpm generate` writes docs/performance.md from it.');
}

function save(file: string, tables: BenchResults['tables']): void {
  const [processor] = cpus();
  const results: BenchResults = {
    machine: {
      processor: processor?.model.trim() ?? 'unknown',
      cores: cpus().length,
      memory: `${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
      node: process.version,
      system: `${process.platform} ${process.arch}`,
    },
    date: new Date().toISOString().slice(0, 10),
    tables: benchmarks.flatMap(({ name }) => tables.find((table) => table.name === name) ?? []),
  };
  writeFileSync(file, `${JSON.stringify(results, undefined, 2)}\n`);
}
