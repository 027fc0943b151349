import { conventionOf, type FileContext, type Settings } from '@next-slots/core';
import { pathInApp, type AppLocation } from '@next-slots/core/node';

/** A linted file that lies in an app directory, with what its rules found out about it so far. */
export class LintedFile {
  readonly location: AppLocation;
  readonly settings: Settings;
  /** Relative to the app directory. */
  readonly path: string;
  readonly convention: ReturnType<typeof conventionOf>;
  /** The file in its app, as that stood when a rule last asked for it. */
  opened: FileContext | undefined;
  #settingsProblems: readonly string[];

  /** @param settingsProblems - What is wrong with the shared settings that the file is linted with. */
  constructor(
    location: AppLocation,
    settings: Settings,
    file: string,
    settingsProblems: readonly string[],
  ) {
    this.location = location;
    this.settings = settings;
    this.path = pathInApp(location, file);
    this.convention = conventionOf(this.path);
    this.#settingsProblems = settingsProblems;
  }

  /** What is wrong with the shared settings, for the first rule that asks. */
  takeSettingsProblems(): readonly string[] {
    const problems = this.#settingsProblems;
    this.#settingsProblems = none;
    return problems;
  }
}

const none: readonly string[] = [];
