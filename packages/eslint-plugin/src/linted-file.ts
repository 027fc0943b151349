import { conventionOf, mayAnchor, type App, type Check, type Settings } from '@next-slots/core';
import { pathInApp, type AppLocation } from '@next-slots/core/node';

/** A linted file that lies in an app directory, with what its rules found out about it so far. */
export class LintedFile {
  readonly location: AppLocation;
  readonly settings: Settings;
  /** Relative to the app directory. */
  readonly path: string;
  /** The app as it stood when a rule last asked for it. */
  app: App | undefined;
  readonly #text: string;
  readonly #convention: ReturnType<typeof conventionOf>;
  #settingsProblems: readonly string[];

  /** @param settingsProblems - What is wrong with the shared settings that the file is linted with. */
  constructor(
    location: AppLocation,
    settings: Settings,
    file: string,
    text: string,
    settingsProblems: readonly string[],
  ) {
    this.location = location;
    this.settings = settings;
    this.path = pathInApp(location, file);
    this.#text = text;
    this.#convention = conventionOf(this.path);
    this.#settingsProblems = settingsProblems;
  }

  /** Whether a check could find something in the file: the question before any folder is read. */
  mayHold(check: Check): boolean {
    if (!mayAnchor(check, this.#convention)) return false;
    return check.word === undefined || this.#text.includes(check.word);
  }

  /** What is wrong with the shared settings, for the first rule that asks. */
  takeSettingsProblems(): readonly string[] {
    const problems = this.#settingsProblems;
    this.#settingsProblems = none;
    return problems;
  }
}

const none: readonly string[] = [];
