import {
  defaultBundler,
  defaultPageExtensions,
  type Bundler,
  type NextTarget,
  type Settings,
} from '@next-slots/core';
import { findNextConfig, readNextConfig, type NextConfig } from './next-config.js';
import {
  completeVersion,
  detectNextVersion,
  readManifest,
  type PackageManifest,
} from './next-version.js';
import { diskFiles, type ProjectFiles } from './project-files.js';

/** What a project's own files say about its app. */
export interface Project {
  readonly manifest: PackageManifest | undefined;
  readonly config: NextConfig;
  /** A full version: `16.4.6`. */
  readonly version: string;
}

/**
 * Reads a project's `package.json`, `next.config` and installed Next.
 *
 * @param root - The project's folder. Absolute.
 */
export function readProject(root: string, files: ProjectFiles = diskFiles): Project {
  const manifest = readManifest(root, files);
  const config = findNextConfig(root, files);
  let version: string | undefined;
  return {
    manifest,
    config: config === undefined ? {} : readNextConfig(config, files),
    // Not every question is about the version, and the answer may need semver loaded.
    get version() {
      version ??= detectNextVersion(root, manifest, files);
      return version;
    },
  };
}

/** The page extensions in force: the setting, else the config, else Next's own. */
export function pageExtensionsOf(
  settings: Settings,
  project: Pick<Project, 'config'>,
): readonly string[] {
  return settings.pageExtensions ?? project.config.pageExtensions ?? defaultPageExtensions;
}

/** The Next that builds the app: what the settings say, else what the project shows. */
export function nextTargetOf(settings: Settings, project: Project): NextTarget {
  const { looseRouteMatching, explicitParallelRouteChildren, output } = project.config;
  const version =
    settings.nextVersion === undefined ? project.version : completeVersion(settings.nextVersion);
  return {
    version,
    bundler: settings.bundler ?? bundlerOf(project.manifest) ?? defaultBundler(version),
    ...(looseRouteMatching !== undefined && { looseRouteMatching }),
    ...(explicitParallelRouteChildren !== undefined && { explicitParallelRouteChildren }),
    ...((output === 'export' || output === 'standalone') && { output }),
  };
}

/** The bundler that the project's own build script asks for. */
function bundlerOf(manifest: PackageManifest | undefined): Bundler | undefined {
  for (const script of Object.values(manifest?.scripts ?? {})) {
    if (typeof script !== 'string' || !/\bnext\s+build\b/u.test(script)) continue;
    if (/\s--webpack\b/u.test(script)) return 'webpack';
    if (/\s--turbo(?:pack)?\b/u.test(script)) return 'turbopack';
  }
  return undefined;
}
