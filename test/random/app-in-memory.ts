import {
  applyTextEdits,
  combineEdits,
  configureChecks,
  readModuleFromESTree,
  checks,
  type App,
  type ConfiguredCheck,
  type ModuleFacts,
  type NextTarget,
  type ReportedFinding,
  type Settings,
  runChecks,
} from '@next-slots/core';
import { parseSync } from 'oxc-parser';
import { treeFromFiles } from '../harness/tree-from-files.js';
import type { RandomApp } from './random-apps.js';

const known = new Map<string, ModuleFacts | undefined>();

/** The facts of a text, read once however many apps hold it. */
function factsOf(file: string, text: string): ModuleFacts | undefined {
  const lang = file.endsWith('.tsx') ? 'tsx' : file.endsWith('.ts') ? 'ts' : 'jsx';
  const key = `${lang}\n${text}`;
  if (!known.has(key)) {
    const { program, errors } = parseSync(file, text, { lang });
    known.set(key, errors.length > 0 ? undefined : readModuleFromESTree(program, text));
  }
  return known.get(key);
}

/** Opens a random app as a host would, its folders listed in the order of its files. */
export function openInMemory(files: RandomApp, next: NextTarget, settings: Settings = {}): App {
  const textOf = (file: string) => (Object.hasOwn(files, file) ? files[file] : undefined);
  return {
    tree: treeFromFiles(Object.keys(files)),
    next,
    settings,
    sources: {
      text: textOf,
      facts: (file) => {
        const text = textOf(file);
        return text === undefined ? undefined : factsOf(file, text);
      },
      modules: () => Object.keys(files).filter((file) => /\.[jt]sx?$/u.test(file)),
      template: textOf,
    },
  };
}

/** The presets, and every check there is. */
export const selectionNames = ['recommended', 'strict', 'all'] as const;

/** A word, since fast-check prints what fails. */
export type SelectionName = (typeof selectionNames)[number];

/** What runs under each name. */
export const selections: Readonly<Record<SelectionName, readonly ConfiguredCheck[]>> = {
  recommended: configured({ preset: 'recommended' }),
  strict: configured({ preset: 'strict' }),
  all: configured({
    preset: 'strict',
    rules: Object.fromEntries(checks.map(({ name }) => [name, 'error'])),
  }),
};

function configured(selection: Parameters<typeof configureChecks>[0]): readonly ConfiguredCheck[] {
  const parsed = configureChecks(selection);
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  return parsed.value;
}

/** What `next-slots fix` leaves of an app. */
export interface Repaired {
  readonly files: RandomApp;
  readonly left: readonly ReportedFinding[];
  readonly rounds: number;
}

/** Applies the edits of all findings, and of those that show only after the first, as hosts do. */
export function repair(
  files: RandomApp,
  next: NextTarget,
  selected: readonly ConfiguredCheck[],
  settings: Settings = {},
): Repaired {
  let after = files;
  for (let rounds = 0; ; rounds += 1) {
    const app = openInMemory(after, next, settings);
    const left = runChecks(app, selected);
    // ESLint gives up after ten rounds, and so does the command line.
    const edited = rounds < 10 ? applyAll(after, left, app) : after;
    if (JSON.stringify(edited) === JSON.stringify(after)) return { files: after, left, rounds };
    after = edited;
  }
}

function applyAll(files: RandomApp, findings: readonly ReportedFinding[], app: App): RandomApp {
  const { create, replace } = combineEdits(
    findings.map(({ edits }) => edits),
    app,
  );
  const result: Record<string, string> = { ...files };
  for (const { file, text } of create) {
    if (Object.hasOwn(result, file)) throw new Error(`${file} is there already.`);
    if (file.split('/').includes('..')) throw new Error(`${file} lies outside.`);
    result[file] = text;
  }
  for (const [file, edits] of replace) {
    const text = result[file];
    if (text === undefined) throw new Error(`${file} is not there.`);
    result[file] = applyTextEdits(text, edits);
  }
  return result;
}
