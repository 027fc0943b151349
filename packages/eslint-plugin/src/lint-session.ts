import { isAbsolute, sep } from 'node:path';
import {
  conventionOf,
  fileContext,
  parseSettings,
  remembered,
  type Check,
  type DirectoryReader,
  type FileContext,
  type Settings,
} from '@next-slots/core';
import {
  AppStore,
  createFile,
  findAppOfFile,
  pathInApp,
  pathOnDisk,
  type AppLocation,
  type Creation,
} from '@next-slots/core/node';
import type { LintContext } from './lint-context.js';
import { readCommandLine, runsInOxlint, type CommandLine } from './command-line.js';
import type { LintedFile } from './linted-file.js';
import { lintSources } from './lint-sources.js';
import { LintedPages } from './linted-pages.js';
import { SourceFacts } from './source-facts.js';

/** What all rules of one plugin share: the command line they run under and the apps read so far. */
export class LintSession {
  /** Undefined where ESLint was not started by its own command. */
  readonly commandLine: CommandLine | undefined = readCommandLine();
  /** Whether a run of this tool with `--fix` creates files. */
  readonly scaffolds = !runsInOxlint();
  /** Whether this is a run that may create files. */
  readonly creates = this.commandLine?.fix === true;
  /** The checks that may create files in this run, with the options their rules last had. */
  readonly creators = new Map<Check, object>();
  // One run lints each file once and ends; every other process lives on while files change.
  readonly #store = new AppStore(this.commandLine ? 'run' : 'always-check');
  readonly #parsedSettings = new WeakMap<object, ReturnType<typeof parseSettings>>();
  readonly #facts = new SourceFacts();
  readonly #pages = new LintedPages();
  /**
   * By their `sourceCode`: 19 rules ask about each file. Under oxlint all files have the same one, which the
   * WeakMap that it puts in place forgets from file to file.
   */
  readonly #linted = new WeakMap<object, LintedFile | undefined>();
  /** In a run nothing moves: what lies in an app that was found need not be looked up again. */
  readonly #found = new Map<string | undefined, AppLocation[]>();

  /** Lists an app's folders. A run that makes its config from them does not read them again. */
  folders(location: AppLocation): DirectoryReader {
    return this.#store.folders(location);
  }

  /** The linted file's place in its app; undefined for a file outside every app directory. */
  locate(context: LintContext): LintedFile | undefined {
    return remembered(this.#linted, context.sourceCode, () => this.#lookAt(context));
  }

  /** A linted file in its app, as that stands on disk while the file is linted: once for all rules. */
  open(linted: LintedFile, context: LintContext): FileContext {
    if (linted.opened) return linted.opened;
    const { location, settings, path } = linted;
    const { tree, next } = this.#store.open(location, settings, path);
    const sources = lintSources(linted, context, this.#facts, this.#pages);
    linted.opened = fileContext({ tree, next, settings, sources }, path);
    return linted.opened;
  }

  /** Creates a file of an app. */
  create(linted: LintedFile, file: string, text: string): Creation {
    const creation = createFile(linted.location, pathOnDisk(linted.location, file), text);
    if (creation.outcome !== 'failed') {
      this.#store.changed(linted.location, file.slice(0, file.lastIndexOf('/')));
      linted.opened = undefined;
    }
    return creation;
  }

  #lookAt(context: LintContext): LintedFile | undefined {
    const file = context.physicalFilename;
    if (!isAbsolute(file)) return undefined;
    const parsed = this.#parse(context);
    const settings = parsed.ok ? parsed.value : {};
    const location = this.#appAround(file, context, settings);
    if (!location) return undefined;
    const settingsProblems = parsed.ok ? [] : parsed.problems;
    const path = pathInApp(location, file);
    const convention = conventionOf(path);
    const linted: LintedFile = { location, settings, settingsProblems, path, convention };
    // Only in a run is it sure that the text is the one on disk when the layout asks for it.
    if (this.commandLine && context.filename === file) this.#pages.keep(linted, context.sourceCode);
    return linted;
  }

  #appAround(file: string, { cwd }: LintContext, settings: Settings): AppLocation | undefined {
    if (!this.commandLine) return findAppOfFile(file, cwd, settings);
    const found = this.#found.get(settings.appDir) ?? [];
    const known = found.find(({ appDir }) => surelyLiesIn(file, appDir));
    if (known) return known;
    const location = findAppOfFile(file, cwd, settings);
    if (location) this.#found.set(settings.appDir, [...found, location]);
    return location;
  }

  #parse(context: LintContext): ReturnType<typeof parseSettings> {
    const given = context.settings['next-slots'];
    if (given === undefined) return noSettings;
    // A config hands the same object to every file.
    const key = typeof given === 'object' && given !== null ? given : context.settings;
    return remembered(this.#parsedSettings, key, () => parseSettings(withoutFingerprint(given)));
  }
}

const noSettings = parseSettings({});

const appFolder = `${sep}app${sep}`;

/** Whether a file lies in an app directory, and in no other folder in there that could be one too. */
function surelyLiesIn(file: string, appDir: string): boolean {
  return (
    file.startsWith(appDir) &&
    file.startsWith(sep, appDir.length) &&
    !file.includes(appFolder, appDir.length)
  );
}

/** The settings without what `forApps` puts there for ESLint's cache alone. */
function withoutFingerprint(settings: unknown): unknown {
  if (typeof settings !== 'object' || settings === null || !('fingerprint' in settings)) {
    return settings;
  }
  const { fingerprint: _, ...own } = settings;
  return own;
}
