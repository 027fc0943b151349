import { configureChecks, runChecks, type App, type ReportedFinding } from '@next-slots/core';
import { readFileSync } from 'node:fs';
import { appFrom, type AppFiles } from '../harness/findings.js';
import { filesInApp, verdictTarget } from './verdict-tree.js';

/** What `next build` of 16.4 said. */
export interface StrictVerdict {
  readonly missing: readonly { layout: string; route: string; slots: readonly string[] }[];
  readonly unmatched: readonly string[];
  readonly canonical: readonly string[];
}

/** What `next build` of 16.0 and 16.2 said. */
export interface DefaultsVerdict {
  readonly missingDefault: readonly string[];
}

/** What `next start` of 13 to 15 answered. */
export interface UrlsVerdict {
  readonly urls: Readonly<Record<string, { status: number; renders: readonly string[] }>>;
}

export type Verdict = StrictVerdict | DefaultsVerdict | UrlsVerdict;

/** A tree and, by Next version, its verdicts. */
export type VerdictTree = { readonly files: readonly string[] } & Readonly<Record<string, Verdict>>;

/** The trees of one file of verdicts, by name. */
export function readVerdicts(name: string): Readonly<Record<string, VerdictTree>> {
  const text = readFileSync(new URL(`./verdicts/${name}.json`, import.meta.url), 'utf8');
  return JSON.parse(text) as Record<string, VerdictTree>;
}

/** The files of the app that a tree was measured in, with texts. */
export function textsOf(files: readonly string[]): AppFiles {
  return Object.fromEntries(
    filesInApp(files).map((file) => [file, isErrorFile(file) ? errorBoundary : true] as const),
  );
}

const errorBoundary = "'use client';\nexport default function Boundary() {\n  return null;\n}\n";

function isErrorFile(file: string): boolean {
  return /(?:^|\/)error\.tsx$/u.test(file);
}

/** The app that a tree was measured in. */
export function appOf(files: readonly string[], next: string): App {
  return appFrom(textsOf(files), { next: verdictTarget(next) });
}

const strict = configureChecks({ preset: 'strict' });

/** Everything that checks find in an app: all of `strict`, or those named. */
export function findingsOf(app: App, names?: readonly string[]): readonly ReportedFinding[] {
  if (!strict.ok) throw new Error(strict.problems.join('\n'));
  return runChecks(
    app,
    strict.value.filter(({ check }) => names?.includes(check.name) ?? true),
  );
}
