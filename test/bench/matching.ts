// What matching and checking large apps of several shapes costs.
import { performance } from 'node:perf_hooks';
import {
  buildRouteTree,
  configureChecks,
  matchRoutes,
  readModuleFromESTree,
  runChecks,
  semanticsFor,
  type App,
  type Bundler,
  type ModuleFacts,
  type RouteTree,
} from '@next-slots/core';
import { parseForESLint } from '@typescript-eslint/parser';
import { readerFromFiles } from '../harness/tree-from-files.js';
import { largeApp, shapes, urlsPerLevel, type Shape, type Spread } from './matching-apps.js';

/** The size that the promises are about, and how much larger the large app is. */
const levels = 2_000;
const factor = 8;

/** Milliseconds. */
interface Timing {
  /** Right after the process started, with nothing compiled. */
  readonly first: number;
  readonly median: number;
  readonly best: number;
}

/** Prints each figure when it is there: all of them take minutes. */
function benchMatching(): void {
  const small = levels * urlsPerLevel;
  console.log(`Matching ${small} URLs of ${levels} slot levels, and ${small * factor} URLs`);
  for (const [shape, spread, large] of apps) {
    for (const [version, bundler] of targets) {
      console.log(matchingRow(shape, spread, version, bundler, large !== undefined));
    }
  }
  console.log(`\nAll checks of strict on ${small} URLs, matching included, parsing not`);
  for (const shape of shapes) console.log(checksRow(shape, largeApp(shape, 'areas', levels)));
}

/** Every shape as apps have it, and one in the ways that make much of a single folder. */
const apps: readonly (readonly [Shape, Spread, 'large'?])[] = [
  ['dashboard', 'areas', 'large'],
  ['modal', 'flat'],
  ['modal', 'groups', 'large'],
  ...shapes.slice(1).map((shape) => [shape, 'areas'] as const),
];

const targets: readonly (readonly [version: string, bundler: Bundler])[] = [
  ['16.4.6', 'turbopack'],
  ['16.4.6', 'webpack'],
  ['15.5.29', 'webpack'],
];

/** @param withLarge - Whether the app of eight times the size is matched too. */
function matchingRow(
  shape: Shape,
  spread: Spread,
  version: string,
  bundler: Bundler,
  withLarge: boolean,
): string {
  const semantics = semanticsFor({ version, bundler });
  const time = (runs: number, count: number) => {
    const files = largeApp(shape, spread, count);
    return timing(
      runs,
      () => treeOf(files),
      (tree) => matchRoutes(tree, semantics),
    );
  };
  const small = time(7, levels);
  const columns = [spreadOf(small)];
  if (withLarge) {
    const large = time(2, levels * factor).best;
    columns.push(ms(large), `${(large / small.best).toFixed(1)}x`);
  }
  return row(`${shape}, ${spread}, ${version} ${bundler}`, ...columns);
}

function checksRow(name: string, files: readonly string[]): string {
  const configured = configureChecks({ preset: 'strict' });
  if (!configured.ok) throw new Error(configured.problems.join('\n'));
  let findings = 0;
  const measured = timing(
    3,
    () => appOf(files),
    (app) => {
      findings = runChecks(app, configured.value).length;
    },
  );
  return row(name, spreadOf(measured), `${findings} findings`);
}

/** Times one thing several times, each time on new material: what was matched once costs nothing. */
function timing<T>(runs: number, prepare: () => T, run: (material: T) => void): Timing {
  const times = Array.from({ length: runs }, () => {
    const material = prepare();
    return timed(() => {
      run(material);
    });
  });
  const [first = 0] = times;
  const [best = first, ...more] = [...times].sort((a, b) => a - b);
  return { first, median: more[Math.floor(runs / 2) - 1] ?? best, best };
}

function timed(run: () => void): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

function treeOf(files: readonly string[]): RouteTree {
  return buildRouteTree(readerFromFiles(files));
}

function appOf(files: readonly string[]): App {
  const tree = treeOf(files);
  const texts = new Map(files.map((file) => [file, textOf(file)]));
  return {
    tree,
    next: { version: '16.4.6', bundler: 'turbopack' },
    settings: {},
    sources: {
      text: (file) => texts.get(file),
      facts: (file) => {
        const text = texts.get(file);
        return text === undefined ? undefined : factsOf(text);
      },
      modules: () => texts.keys(),
      template: () => undefined,
    },
  };
}

/** Layouts render the slots that the levels have; pages and defaults nothing. */
function textOf(file: string): string {
  if (!file.endsWith('layout.tsx')) {
    return 'export default function Page() {\n  return null;\n}\n';
  }
  const props = file === 'layout.tsx' ? 'children, banner' : 'children, team, stats';
  const rendered = props.split(', ').map((prop) => `{${prop}}`);
  return `export default function Layout({ ${props} }) {\n  return <main>${rendered.join('')}</main>;\n}\n`;
}

const parsed = new Map<string, ModuleFacts>();

function factsOf(text: string): ModuleFacts {
  let facts = parsed.get(text);
  if (!facts) {
    const { ast } = parseForESLint(text, { range: true, ecmaFeatures: { jsx: true } });
    parsed.set(text, (facts = readModuleFromESTree(ast, text)));
  }
  return facts;
}

function row(name: string, ...columns: readonly string[]): string {
  return `  ${name.padEnd(40)}${columns.map((column) => ` ${column.padStart(14)}`).join('')}`;
}

function spreadOf({ first, median, best }: Timing): string {
  return `best ${ms(best)}, median ${ms(median)}, first ${ms(first)}`;
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(1)} ms`;
}

benchMatching();
