import { readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { workerData } from 'node:worker_threads';

/** What ESLint's command line says that matters to a rule. */
export interface CommandLine {
  readonly fix?: boolean | undefined;
  readonly fixDryRun?: boolean | undefined;
  readonly fixType?: readonly string[] | undefined;
  readonly stdin?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

/**
 * The command line of this run of ESLint.
 *
 * @returns undefined where ESLint was not started by its own command: an editor, a script, a test,
 *   another tool that runs ESLint rules.
 */
export function readCommandLine(): CommandLine | undefined {
  try {
    return readWorkerOptions() ?? readArguments();
  } catch {
    return undefined;
  }
}

function readArguments(): CommandLine | undefined {
  const script = process.argv[1];
  if (script === undefined) return undefined;
  if (basename(realpathSync(script)) !== 'eslint.js' || packageOf(script) !== 'eslint') {
    return undefined;
  }
  const { values } = parseArgs({
    args: process.argv.slice(2),
    strict: false,
    options: {
      fix: { type: 'boolean' },
      'fix-type': { type: 'string', multiple: true },
    },
  });
  return {
    // Whatever else is said about fixing, `--no-fix` or `--fix=maybe`, is no clear wish for it.
    fix: values.fix === true && !('no-fix' in values),
    fixDryRun: 'fix-dry-run' in values,
    fixType: values['fix-type']?.flatMap((types) => String(types).split(',')),
    stdin: 'stdin' in values,
    quiet: 'quiet' in values,
  };
}

/** Whether oxlint runs the rules: it has no `--fix` that creates files. */
export function runsInOxlint(): boolean {
  try {
    return packageOf(process.argv[1] ?? '') === 'oxlint';
  } catch {
    return false;
  }
}

/** The name in the manifest of a command's package, since an alias such as `eslint9` names the folder otherwise. */
function packageOf(script: string): unknown {
  const root = dirname(dirname(realpathSync(script)));
  const manifest = readFileSync(join(root, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { readonly name?: unknown }).name;
}

/**
 * A worker of `--concurrency` has no arguments of its own. The command line hands it the source of a
 * module that calls `translateOptions` with the options, in a data URL; the Node API hands over an
 * object or a file's URL.
 */
function readWorkerOptions(): CommandLine | undefined {
  const data: unknown = workerData;
  if (typeof data !== 'object' || data === null || !('eslintOptionsOrURL' in data))
    return undefined;
  const url = String(data.eslintOptionsOrURL);
  const encoded = /^data:text\/javascript;base64,(?<source>.*)$/su.exec(url)?.groups?.['source'];
  const source = Buffer.from(encoded ?? '', 'base64').toString('utf8');
  const options = /\btranslateOptions\((?<json>\{.*\})(?:, "flat")?\);\s*$/su.exec(source)
    ?.groups?.['json'];
  return options === undefined ? {} : (JSON.parse(options) as CommandLine);
}
