import {
  applyTextEdits,
  checks,
  combineEdits,
  fullMessage,
  parse,
  fileContext,
  readModuleFromESTree,
  readSources,
  runCheckOnFile,
  runChecks,
  type App,
  type Check,
  type CheckName,
  type Finding,
  type ModuleFacts,
  type NextTarget,
  type Settings,
  type SuggestedEdit,
} from '@next-slots/core';
import { parseForESLint } from '@typescript-eslint/parser';
import { expect } from 'vitest';
import { treeFromFiles } from './tree-from-files.js';

/** Texts by path relative to the app directory; true stands for a component that does nothing wrong. */
export type AppFiles = Readonly<Record<string, string | true>>;

/** Everything but the files of an app. */
export interface AppSetup {
  readonly next?: Partial<NextTarget>;
  readonly settings?: Settings;
}

/** An app in memory. */
export function appFrom(files: AppFiles, { next, settings }: AppSetup = {}): App {
  const texts = new Map(
    Object.entries(files).map(([file, text]) => [file, text === true ? componentFor(file) : text]),
  );
  return {
    tree: treeFromFiles([...texts.keys()], settings?.pageExtensions),
    next: { version: '16.4.6', bundler: 'turbopack', ...next },
    settings: settings ?? {},
    sources: readSources({
      text: (file) => texts.get(file),
      parse: factsOf,
      modules: () => texts.keys(),
      template: (path) => texts.get(path),
    }),
  };
}

/** Unknown where the text does not parse, as in a linter. */
function factsOf(file: string, text: string): ModuleFacts | undefined {
  try {
    const { ast } = parseForESLint(text, {
      filePath: file,
      range: true,
      ecmaFeatures: { jsx: !file.endsWith('.ts') },
    });
    return readModuleFromESTree(ast, text);
  } catch {
    return undefined;
  }
}

const component = 'export default function Component() {\n  return null;\n}\n';

/** A layout that may render whatever it is handed. */
const layout = 'export default function Layout(props) {\n  return render(props);\n}\n';

function componentFor(file: string): string {
  return /(?:^|\/)layout\./u.test(file) ? layout : component;
}

const registry: readonly Check[] = checks;

/** Everything that one check finds in an app, as a host would that looks at the whole of it. */
export function findingsOf(
  name: CheckName,
  files: AppFiles,
  setup: AppSetup & { readonly options?: object } = {},
): readonly Finding[] {
  return findingsIn(appFrom(files, setup), name, setup.options);
}

/** The same in an app that is there already. */
export function findingsIn(app: App, name: CheckName, settings: object = {}): readonly Finding[] {
  const check = registry.find((each) => each.name === name);
  if (!check) throw new Error(`There is no check ${name}.`);
  const options = parse(check.options, settings);
  if (!options.ok) throw new Error(options.problems.join('\n'));
  const findings = runCheck(check, app, options.value);
  // A linter asks file by file, and has to hear the same.
  const byFile = [...(app.sources.modules?.() ?? [])].flatMap((file) => [
    ...runCheckOnFile(check, fileContext(app, file), options.value),
  ]);
  expect(inOrder(byFile)).toEqual(inOrder(findings));
  return findings;
}

/** Runs one check over a whole app. */
export function runCheck(check: Check, app: App, options: object): readonly Finding[] {
  const configured = { check, options, severity: 'error', isFromPreset: false } as const;
  return runChecks(app, [configured]).map((each) => {
    const { severity: _, ...finding } = each;
    return finding;
  });
}

/** The app after the edits of all findings, as `--fix` leaves it. */
export function fixed(files: AppFiles, findings: readonly Finding[]): AppFiles {
  return applied(
    files,
    findings.map(({ edits }) => edits),
  );
}

/** The app after one edit group was picked, renamed files included. */
export function picked(files: AppFiles, edits: readonly SuggestedEdit[]): AppFiles {
  const renames = edits.filter((edit) => edit.kind === 'renameFile');
  const edited = applied(files, [edits.filter((edit) => edit.kind !== 'renameFile')]);
  return Object.fromEntries(
    Object.entries(edited).map(([file, text]) => {
      const rename = renames.find(({ from }) => file === from || file.startsWith(`${from}/`));
      return [rename ? rename.to + file.slice(rename.from.length) : file, text];
    }),
  );
}

function applied(files: AppFiles, groups: Parameters<typeof combineEdits>[0]): AppFiles {
  const { create, replace } = combineEdits(groups);
  const result: Record<string, string | true> = { ...files };
  for (const { file, text } of create) {
    if (Object.hasOwn(result, file)) throw new Error(`${file} exists already.`);
    result[file] = text;
  }
  for (const [file, edits] of replace) {
    const text = result[file];
    result[file] = applyTextEdits(text === true ? componentFor(file) : (text ?? ''), edits);
  }
  return result;
}

function inOrder(findings: readonly Finding[]): readonly string[] {
  return findings.map((finding) => JSON.stringify(finding)).sort();
}

/** All that a finding says. */
export function wordsOf(finding: Finding | undefined): string | undefined {
  return finding && fullMessage(finding);
}

/** What findings say in short: the message's id, and the text that they point at. */
export function pointers(findings: readonly Finding[], files: AppFiles): string[] {
  return findings.map(({ file, range, messageId }) => {
    const source = files[file];
    const text = source === true ? componentFor(file) : (source ?? '');
    const line = text.split(/\r?\n/u)[range.start.line - 1] ?? '';
    return `${messageId} at ${line.slice(range.start.column - 1, range.end.column - 1)}`;
  });
}
