import type { Linter } from 'eslint';

/** What the configs from `forApps` contain. */
export interface AppConfigOptions {
  /** The set of rules; without it, `recommended`. */
  readonly preset?: 'recommended' | 'strict';
  /** Levels and options that differ from the preset's, as in a config: `{ 'next-slots/…': 'off' }`. */
  readonly rules?: Linter.RulesRecord;
  /** The shared settings, as they would stand in `settings['next-slots']`. */
  readonly settings?: {
    readonly nextVersion?: string;
    readonly bundler?: 'turbopack' | 'webpack';
    /** The one app directory; without it, all that lie in the root are found. */
    readonly appDir?: string;
    readonly pageExtensions?: readonly string[];
    readonly template?: string;
  };
}
