import {
  defaultBundler,
  defaultPageExtensions,
  pageExtension,
  type NextTarget,
  type Settings,
} from '@next-slots/core';
import { bundlerOfBuild } from './build-script.js';
import { readNextConfig, type NextConfig } from './next-config.js';
import {
  completeVersion,
  detectNextVersion,
  readManifest,
  supportedVersion,
  type DetectedVersion,
  type NextVersionSource,
  type PackageManifest,
} from './next-version.js';
import { diskFiles, type ProjectFiles } from './project-files.js';

/** What a project's own files say about its app. */
export interface Project {
  readonly manifest: PackageManifest | undefined;
  readonly config: NextConfig;
  /** A full version: `16.4.6`. */
  readonly version: string;
  /** Where {@link version} was read. */
  readonly versionFrom: NextVersionSource;
}

/**
 * Reads a project's `package.json`, `next.config` and installed Next.
 *
 * @param root - The project's folder. Absolute.
 */
export function readProject(root: string, files: ProjectFiles = diskFiles): Project {
  const manifest = readManifest(root, files);
  let detected: DetectedVersion | undefined;
  // Not every question is about the version, and the answer may need semver loaded.
  const next = () => (detected ??= detectNextVersion(root, manifest, files));
  return {
    manifest,
    config: readNextConfig(root, files),
    get version() {
      return next().version;
    },
    get versionFrom() {
      return next().from;
    },
  };
}

/** The page extensions in force: the setting, else the config, else Next's own. */
export function pageExtensionsOf(
  settings: Settings,
  project: Pick<Project, 'config'>,
): readonly string[] {
  if (settings.pageExtensions) return settings.pageExtensions;
  const own = project.config.pageExtensions?.filter((each) => pageExtension.test(each)) ?? [];
  return own.length > 0 ? own : defaultPageExtensions;
}

/** The Next that builds the app: what the settings say, else what the project shows. */
export function nextTargetOf(settings: Settings, project: Project): NextTarget {
  const { pageExtensions: _, ...config } = project.config;
  const version =
    settings.nextVersion === undefined
      ? project.version
      : supportedVersion(completeVersion(settings.nextVersion));
  return {
    version,
    bundler: settings.bundler ?? bundlerOfBuild(project.manifest) ?? defaultBundler(version),
    ...config,
  };
}
