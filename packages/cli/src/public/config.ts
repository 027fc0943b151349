/** What `next-slots.config.js` and its like hold, and `package.json` under `next-slots`. */
export interface Config {
  /** The set of rules to start from; `recommended` by default. */
  preset?: 'recommended' | 'strict';
  /** Rules by name, as in an ESLint config: a level, or a list of a level and the rule's options. */
  rules?: Record<string, RuleLevel | [RuleLevel] | [RuleLevel, RuleOptions]>;
  /** Globs of files in which nothing is reported, relative to the configuration file. */
  ignore?: string[];
  /** Check against this version of Next.js, whatever is installed: `15.5.29`, `16`. */
  nextVersion?: string;
  /** Check as this bundler builds the app. */
  bundler?: 'turbopack' | 'webpack';
  /** The app directory, relative to the configuration file. */
  appDir?: string;
  /** As in `next.config`, where it is not a literal there. */
  pageExtensions?: string[];
  /** What a new default holds: `null`, `not-found`, `mirror`, or the path of a file to copy. */
  template?: string;
}

/** How a rule is reported, if at all. */
export type RuleLevel = 'off' | 'warn' | 'error';

/** The rule's own options, and `ignore`: globs of files in which it reports nothing. */
export interface RuleOptions {
  ignore?: string[];
  [option: string]: unknown;
}
