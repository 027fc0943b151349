import { atLeast, type NextBuild } from './harness/next-version.js';
import type { OracleTree } from './harness/oracle-tree.js';

/** How an app is configured beside its release. */
export interface AppSettings extends Pick<NextBuild, 'config' | 'staticParams'> {
  /** The first minor release of Next 16 that knows the setting; without it, all do. */
  readonly since?: readonly [major: number, minor: number];
  /** Whether the setting can build a tree at all. */
  readonly takes?: (tree: OracleTree) => boolean;
}

const everySetting: readonly AppSettings[] = [
  {},
  { config: { basePath: '/base' } },
  // Next.js takes the parameters of `(.)[...all]` for ordinary ones, and fails over the URLs it makes of them.
  {
    staticParams: true,
    takes: ({ files }) => !files.some((file) => /(?:^|\/)(?:\(\.{1,3}\))+\[\.\.\./u.test(file)),
  },
  { config: { cacheComponents: true }, since: [16, 0] },
  {},
  { config: { output: 'export' }, staticParams: true, takes: isExportable },
  { config: { i18n: { locales: ['en', 'de'], defaultLocale: 'en' } } },
  { config: { trailingSlash: true } },
];

/**
 * Whether `output: 'export'` can write a tree to files. Interception needs a server, and the build says so of the
 * whole app. Where it needs `generateStaticParams` besides that of the page depends on more than the slots: below
 * a dynamic folder, of metadata and in slots, and webpack does not see that of a page in a slot. And no folder has the name of the file that a handler becomes.
 */
function isExportable({ files }: OracleTree): boolean {
  return !files.some(
    (file) =>
      /(?:^|\/)(?:\(\.{1,3}\)|@(?:[^/]*\/)+\[)|\]\/(?:[^/]*\/)*@/u.test(file) ||
      /\]\/(?:[^/]*\/)*(?:sitemap|robots|manifest|[^/]*(?:icon|image))/u.test(file) ||
      (/(?:^|\/)route$/u.test(file) &&
        files.some((other) => other !== file && other.startsWith(file.slice(0, -'route'.length)))),
  );
}

/** The settings that random trees are built with, one after the other. */
export function settingsFor({ version }: NextBuild): readonly AppSettings[] {
  return everySetting.filter(({ since }) => since === undefined || atLeast(version, ...since));
}

/** The build with these settings; what the caller put into the configuration stays. */
export function configured(build: NextBuild, { config, staticParams }: AppSettings): NextBuild {
  return {
    ...build,
    config: { ...config, ...build.config },
    ...(staticParams === true ? { staticParams } : {}),
  };
}

/** Prints settings for a log: `basePath`, or nothing where the app has none. */
export function describeSettings({ config, staticParams }: AppSettings): string {
  const names = Object.keys(config ?? {});
  if (staticParams === true) names.push('generateStaticParams');
  return names.length === 0 ? '' : ` with ${names.join(', ')}`;
}
