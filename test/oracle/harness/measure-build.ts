import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';

import {
  parseBuildComplaints,
  unwrapWebpackError,
  type BuildComplaints,
} from './build-complaints.js';
import { installNext, nextCommand } from './install-next.js';
import { atLeast, defaultBundler, type NextBuild } from './next-version.js';
import type { AppTree, NamedTrees } from './oracle-tree.js';
import { runProcess, type ProcessResult } from './run-process.js';
import { writeApp, writeTopApp } from './write-app.js';

/** What one run needs besides the trees: the release, where to tell progress, when to stop. */
export interface Measurement {
  readonly build: NextBuild;
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
}

/** A built app on disk, alive only while the callback of {@link withBuild} runs. */
export interface BuiltApp {
  readonly directory: string;
  /** The file that node runs as `next`. */
  readonly command: string;
  readonly result: ProcessResult;
}

/** What a build says about one tree: complaints about its routes, or that it breaks the build. */
export type BuildAnswer = BuildComplaints | { readonly buildError: string };

/**
 * Every build that Next 16 validates holds this tree, which no version of it accepts: the build ends
 * at the validation, and output that no longer reads as a complaint is noticed.
 */
const sentinel = 'oracle-sentinel';
const sentinelTree = { files: ['layout', 'page', '@a/page', 'child/page'] };

/** Writes the trees into a temporary app inside the release's folder and builds it. */
export async function withBuild<T>(
  trees: NamedTrees,
  measurement: Measurement,
  use: (app: BuiltApp) => Promise<T>,
): Promise<T> {
  const write = (directory: string) => writeApp(directory, trees, measurement.build);
  return withWritten(write, count(trees), measurement, use);
}

/** Builds an app that is one tree and nothing else, and keeps it while the callback runs. */
export async function withTopBuild<T>(
  name: string,
  tree: AppTree,
  measurement: Measurement,
  use: (app: BuiltApp) => Promise<T>,
): Promise<T> {
  const write = (directory: string) => writeTopApp(directory, tree, measurement.build);
  return withWritten(write, name, measurement, use);
}

async function withWritten<T>(
  write: (directory: string) => Promise<void>,
  what: string,
  { build, signal, log }: Measurement,
  use: (app: BuiltApp) => Promise<T>,
): Promise<T> {
  const release = await installNext(build.version, signal);
  const command = await nextCommand(release);
  const directory = await mkdtemp(path.join(release, 'app-'));
  try {
    await write(directory);
    log(`next build ${build.version} (${build.bundler}) of ${what}`);
    const result = await runProcess(process.execPath, [command, 'build', ...bundlerFlag(build)], {
      cwd: directory,
      timeoutSeconds: 1800,
      signal,
    });
    return await use({ directory, command, result });
  } finally {
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Asks `next build` about all trees at once, and again about what is left when a tree breaks it. */
export async function measureBuild(
  trees: NamedTrees,
  measurement: Measurement,
): Promise<ReadonlyMap<string, BuildAnswer>> {
  const validated = atLeast(measurement.build.version, 16);
  const built = validated ? { ...trees, [sentinel]: sentinelTree } : trees;
  const { code, output } = await withBuild(built, measurement, ({ result }) =>
    Promise.resolve(result),
  );
  const complaints = parseBuildComplaints(output, Object.keys(built));
  const heard = complaints.get(sentinel);
  const understood = heard ? isComplaint(heard) : code === 0;
  if (understood) {
    return new Map([...complaints].filter(([name]) => name !== sentinel));
  }
  measurement.log(`fails: ${buildReason(output).slice(0, 500)}`);
  return askInParts(trees, output, (part) => measureBuild(part, measurement));
}

/**
 * Finds the trees that break a build for another reason than the one that is measured: those that
 * the output names are asked apart from the rest, and halves where it names none or all.
 */
export async function askInParts<Answer>(
  trees: NamedTrees,
  output: string,
  ask: (part: NamedTrees) => Promise<ReadonlyMap<string, Answer>>,
): Promise<ReadonlyMap<string, Answer | { readonly buildError: string }>> {
  const names = Object.keys(trees);
  if (names.length === 0) throw new Error(`The build fails without a tree:\n${output}`);
  if (names.length === 1) return new Map([[names[0] ?? '', { buildError: buildReason(output) }]]);
  let suspects = names.filter((name) => new RegExp(`[/"]${name}(?![\\w-])`, 'u').test(output));
  if (suspects.length === 0 || suspects.length === names.length) {
    suspects = names.slice(0, names.length / 2);
  }
  const rest = names.filter((name) => !suspects.includes(name));
  return new Map([...(await ask(pick(trees, suspects))), ...(await ask(pick(trees, rest)))]);
}

export function isComplaint(complaints: BuildComplaints): boolean {
  return [
    complaints.missing,
    complaints.unmatched,
    complaints.canonical,
    complaints.missingDefault,
  ].some((list) => list.length > 0);
}

export function pick(trees: NamedTrees, names: readonly string[]): NamedTrees {
  return Object.fromEntries(Object.entries(trees).filter(([name]) => names.includes(name)));
}

function bundlerFlag({ version, bundler }: NextBuild): string[] {
  return bundler === defaultBundler(version) ? [] : [`--${bundler}`];
}

/** The lines of a failed build that say why, without what differs from machine to machine. */
export function buildReason(output: string): string {
  const lines = output
    .split('\n')
    .flatMap(unwrapWebpackError)
    .filter((line) => !/^\s+at /u.test(line));
  const start = lines.findIndex((line) => /error|failed|invariant/iu.test(line));
  return lines
    .slice(Math.max(start, 0))
    .join('\n')
    .replaceAll(/(?:\/[^\s/:]+)*\/app-\w{6}\//gu, '')
    .trim()
    .slice(0, 2000);
}

function count(trees: NamedTrees): string {
  const size = Object.keys(trees).length;
  return size === 1 ? '1 tree' : `${String(size)} trees`;
}
