import type { conventionOf, FileContext, Settings } from '@next-slots/core';
import type { AppLocation } from '@next-slots/core/node';

/** A linted file that lies in an app directory, with what its rules found out about it so far. */
export interface LintedFile {
  readonly location: AppLocation;
  readonly settings: Settings;
  /** What is wrong with the shared settings, until a rule has taken it to report it. */
  settingsProblems: readonly string[];
  /** Relative to the app directory. */
  readonly path: string;
  readonly convention: ReturnType<typeof conventionOf>;
  /** The file in its app, as that stood when a rule last asked for it. */
  opened?: FileContext | undefined;
}
