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

/** Milliseconds where nothing else is said. */
interface MatchingFigures {
  /** From a tree that was read to all its matches: 6,000 URLs of 2,000 levels, and eight times that. */
  readonly matching: readonly {
    /** Shape of the levels, how they lie, version and bundler. */
    readonly app: string;
    readonly small: Timing;
    /** Null where only the small app was matched. */
    readonly large: number | null;
  }[];
  /** All checks of `strict` on 6,000 URLs, by shape: matching included, parsing not. */
  readonly checks: readonly {
    readonly app: string;
    readonly timing: Timing;
    readonly findings: number;
  }[];
}

function benchMatching(): MatchingFigures {
  return {
    matching: apps.flatMap(([shape, spread, large]) =>
      targets.map(([version, bundler]) =>
        timeMatching(shape, spread, version, bundler, large !== undefined),
      ),
    ),
    checks: shapes.map((shape) => timeChecks(shape, largeApp(shape, 'areas', levels))),
  };
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

function timeMatching(
  shape: Shape,
  spread: Spread,
  version: string,
  bundler: Bundler,
  withLarge: boolean,
): MatchingFigures['matching'][number] {
  const semantics = semanticsFor({ version, bundler });
  const time = (runs: number, count: number) => {
    const files = largeApp(shape, spread, count);
    return timing(
      runs,
      () => treeOf(files),
      (tree) => matchRoutes(tree, semantics),
    );
  };
  return {
    app: `${shape}, ${spread}, ${version} ${bundler}`,
    small: time(7, levels),
    large: withLarge ? time(2, levels * factor).best : null,
  };
}

function timeChecks(name: string, files: readonly string[]): MatchingFigures['checks'][number] {
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
  return { app: name, timing: measured, findings };
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

function print({ matching, checks }: MatchingFigures): void {
  const small = levels * urlsPerLevel;
  console.log(`Matching ${small} URLs of ${levels} slot levels, and ${small * factor} URLs`);
  for (const { app, small: few, large } of matching) {
    const columns = large === null ? [] : [ms(large), `${(large / few.best).toFixed(1)}x`];
    console.log(row(app, spreadOf(few), ...columns));
  }
  console.log(`\nAll checks of strict on ${small} URLs`);
  for (const { app, timing: times, findings } of checks) {
    console.log(row(app, spreadOf(times), `${findings} findings`));
  }
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

print(benchMatching());
