import {
  conventionOf,
  mayAnchor,
  type Check,
  type FileLook,
  type Settings,
} from '@next-slots/core';
import { pathInApp, type AppLocation } from '@next-slots/core/node';
import type { LintedApp } from './linted-app.js';

/** A linted file that lies in an app directory, with what its rules found out about it so far. */
export class LintedFile {
  readonly location: AppLocation;
  readonly settings: Settings;
  /** Relative to the app directory. */
  readonly path: string;
  readonly convention: ReturnType<typeof conventionOf>;
  /** The app as it stood when a rule last asked for it. */
  app: LintedApp | undefined;
  /** The same app as the checks see it, and where to look in it. */
  look: FileLook | undefined;
  readonly #text: string;
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
    this.convention = conventionOf(this.path);
    this.#settingsProblems = settingsProblems;
  }

  /** Whether a check could report at the file, by its name. */
  mayAnchor(check: Check): boolean {
    return mayAnchor(check, this.convention);
  }

  /** Whether a check could find something in the file, by its text. */
  mayHold(check: Check): boolean {
    return check.mayHold === undefined || check.mayHold(this.#text);
  }

  /** What is wrong with the shared settings, for the first rule that asks. */
  takeSettingsProblems(): readonly string[] {
    const problems = this.#settingsProblems;
    this.#settingsProblems = none;
    return problems;
  }
}

const none: readonly string[] = [];
