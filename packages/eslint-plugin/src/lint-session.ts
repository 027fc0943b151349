import { readFileSync } from 'node:fs';
import { isAbsolute, join, sep } from 'node:path';
import {
  isScript,
  mayBeAnchor,
  parseSettings,
  type App,
  type Check,
  type ModuleFacts,
  type Settings,
  type SourceReader,
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
import type { Rule } from 'eslint';
import { SourceFacts } from './source-facts.js';
import { readCommandLine, type CommandLine } from './command-line.js';

/** The part of a rule context that ESLint 8.57, 9, 10 and oxlint have in common. */
export type LintContext = Readonly<
  Pick<
    Rule.RuleContext,
    'filename' | 'physicalFilename' | 'cwd' | 'settings' | 'sourceCode' | 'languageOptions'
  >
>;

/** A linted file that lies in an app directory. */
export interface LintedFile {
  readonly location: AppLocation;
  readonly settings: Settings;
  /** Relative to the app directory. */
  readonly path: string;
  /** Whether it is, by its name, a file that Next gives a meaning. */
  readonly isConventionFile: boolean;
}

/** What all rules of one plugin share: the command line they run under and the apps read so far. */
export class LintSession {
  /** Undefined where ESLint was not started by its own command. */
  readonly commandLine: CommandLine | undefined = readCommandLine();
  /** The checks that may create files in this run, with the options their rules last had. */
  readonly creators = new Map<Check, object>();
  // One run lints each file once and ends; every other process lives on while files change.
  readonly #store = new AppStore(this.commandLine ? 'run' : 'always-check');
  readonly #parsedSettings = new WeakMap<object, ReturnType<typeof parseSettings>>();
  readonly #facts = new SourceFacts();
  readonly #told = new WeakSet();
  readonly #linted = new WeakMap<object, LintedFile | 'outside'>();
  readonly #opened = new WeakMap<LintedFile, App>();
  /** In a run nothing moves: what lies in an app that was found need not be looked up again. */
  readonly #found = new Map<string | undefined, AppLocation[]>();

  /** The linted file's place in its app; undefined for a file outside every app directory. */
  locate(context: LintContext): LintedFile | undefined {
    const known = this.#linted.get(context.sourceCode);
    if (known) return known === 'outside' ? undefined : known;
    const settings = this.#settings(context);
    const file = context.physicalFilename;
    const location = isAbsolute(file) ? this.#appAround(file, context, settings) : undefined;
    const linted = location && describe(location, settings, file);
    this.#linted.set(context.sourceCode, linted ?? 'outside');
    return linted;
  }

  /** What is wrong with the shared settings, for the first rule that asks about a file. */
  takeSettingsProblems(context: LintContext): readonly string[] {
    if (this.#told.has(context.sourceCode)) return [];
    this.#told.add(context.sourceCode);
    const parsed = this.#parse(context);
    return parsed.ok ? [] : parsed.problems;
  }

  /** The app of a linted file, as it stands on disk while the file is linted: one look for all rules. */
  open(linted: LintedFile, context: LintContext): App {
    const opened = this.#opened.get(linted);
    if (opened) return opened;
    const { location, settings, path } = linted;
    const { tree, next } = this.#store.open(location, settings, path);
    const sources = new LintSources(linted, context, this.#facts);
    const app = { tree, next, settings, sources } satisfies App;
    this.#opened.set(linted, app);
    return app;
  }

  /** Creates a file of an app. */
  create(linted: LintedFile, file: string, text: string): Creation {
    const creation = createFile(linted.location.appDir, pathOnDisk(linted.location, file), text);
    if (creation.outcome !== 'failed') {
      this.#store.changed(linted.location, file.slice(0, file.lastIndexOf('/')));
      this.#opened.delete(linted);
    }
    return creation;
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

  #settings(context: LintContext): Settings {
    const parsed = this.#parse(context);
    return parsed.ok ? parsed.value : {};
  }

  #parse(context: LintContext): ReturnType<typeof parseSettings> {
    const known = this.#parsedSettings.get(context.settings);
    if (known) return known;
    const parsed = parseSettings(withoutFingerprint(context.settings['next-slots']));
    this.#parsedSettings.set(context.settings, parsed);
    return parsed;
  }
}

/** Whether a file lies in an app directory, and in no other folder in there that could be one too. */
function surelyLiesIn(file: string, appDir: string): boolean {
  return (
    file.startsWith(appDir) &&
    file.startsWith(sep, appDir.length) &&
    !file.includes(`${sep}app${sep}`, appDir.length)
  );
}

function describe(location: AppLocation, settings: Settings, file: string): LintedFile {
  const path = pathInApp(location, file);
  return { location, settings, path, isConventionFile: mayBeAnchor(conventionFilesOnly, path) };
}

const conventionFilesOnly = { anchors: 'convention-files' } as const;

/** The settings without what `forApps` puts there for ESLint's cache alone. */
function withoutFingerprint(settings: unknown): unknown {
  if (typeof settings !== 'object' || settings === null || !('fingerprint' in settings)) {
    return settings;
  }
  const { fingerprint: _, ...own } = settings;
  return own;
}

/** The linted file as ESLint holds it, and every other file as it is on disk. */
class LintSources implements SourceReader {
  readonly #linted: LintedFile;
  readonly #context: LintContext;
  readonly #facts: SourceFacts;

  constructor(linted: LintedFile, context: LintContext, facts: SourceFacts) {
    this.#linted = linted;
    this.#context = context;
    this.#facts = facts;
  }

  text(file: string): string | undefined {
    if (file === this.#linted.path) return this.#context.sourceCode.text;
    return readText(pathOnDisk(this.#linted.location, file));
  }

  facts(file: string): ModuleFacts | undefined {
    const { filename, physicalFilename } = this.#context;
    if (file === this.#linted.path) {
      // A block of code that a processor took out of the file does not speak for it.
      return filename === physicalFilename && isScript(file)
        ? this.#facts.ofLinted(this.#context)
        : undefined;
    }
    const text = isScript(file) ? this.text(file) : undefined;
    if (text === undefined) return undefined;
    return this.#facts.ofOther(pathOnDisk(this.#linted.location, file), text, this.#context);
  }

  template(path: string): string | undefined {
    return readText(isAbsolute(path) ? path : join(this.#linted.location.root, path));
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/u, '');
  } catch {
    return undefined;
  }
}
