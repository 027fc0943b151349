/** The two bundlers that decide about routes: Turbopack in Rust, webpack through Next's JavaScript. */
export type Bundler = 'turbopack' | 'webpack';

/** One release of Next, built by one bundler. */
export interface NextBuild {
  /** As npm names it: `16.4.6`, `14.0.0-canary.3`. */
  readonly version: string;
  readonly bundler: Bundler;
  /** What is put into `next.config.js` beside the settings of the harness. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** Whether every page and handler of a dynamic route exports `generateStaticParams`. */
  readonly staticParams?: boolean;
}

/** What stands before every URL of the app: `basePath` of its configuration. */
export function basePathOf({ config }: NextBuild): string {
  const basePath = config?.['basePath'];
  return typeof basePath === 'string' ? basePath : '';
}

/**
 * A path as the app's own links have it: with `trailingSlash`, every other one is redirected. What looks
 * like a file name gets no slash.
 */
export function linkedPath(path: string, { config }: NextBuild): string {
  return config?.['trailingSlash'] === true && !/(?:\/|\/[^/.]*\.[^/]*)$/u.test(path)
    ? `${path}/`
    : path;
}

/** Whether `version` is `major.minor` or newer. A canary counts as the release that it leads to. */
export function atLeast(version: string, major: number, minor = 0): boolean {
  const [ownMajor = 0, ownMinor = 0] = version.split(/[.-]/u).map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}

/** Turbopack builds by default since 16.0. */
export function defaultBundler(version: string): Bundler {
  return atLeast(version, 16) ? 'turbopack' : 'webpack';
}

/** The name under which verdicts of this build are stored: `16.4.6`, `16.4.6 webpack`, `15.5.29`. */
export function verdictName({ version, bundler }: NextBuild): string {
  return bundler === defaultBundler(version) ? version : `${version} ${bundler}`;
}
