import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { diskFiles, type ProjectFiles } from './project-files.js';

/** The newest Next that next-slots has been measured against. */
export const newestKnownVersion = '16.4.6';

/** The last release of each line, by which a range in `package.json` is read. */
const knownVersions = [
  '13.4.19',
  '13.5.11',
  '14.0.4',
  '14.1.4',
  '14.2.35',
  '15.0.8',
  '15.1.12',
  '15.2.9',
  '15.3.9',
  '15.4.11',
  '15.5.29',
  '16.0.11',
  '16.1.7',
  '16.2.12',
  '16.3.8',
  newestKnownVersion,
];

/** The parts of a `package.json` that matter here. */
export interface PackageManifest {
  readonly dependencies?: Readonly<Record<string, unknown>>;
  readonly devDependencies?: Readonly<Record<string, unknown>>;
  readonly scripts?: Readonly<Record<string, unknown>>;
  readonly version?: unknown;
}

/** Reads a `package.json`; undefined where it is not there or is no JSON object. */
export function readManifest(
  folder: string,
  files: ProjectFiles = diskFiles,
): PackageManifest | undefined {
  const text = files.readFile(join(folder, 'package.json'));
  if (text === undefined) return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** The range under which a project asks for `next`, where it does. */
export function nextRange(manifest: PackageManifest | undefined): string | undefined {
  const range = manifest?.dependencies?.['next'] ?? manifest?.devDependencies?.['next'];
  return typeof range === 'string' ? range : undefined;
}

/**
 * The Next version of a project: the installed one, else the newest known in the range it asks for,
 * else the newest known.
 */
export function detectNextVersion(
  root: string,
  manifest: PackageManifest | undefined,
  files: ProjectFiles = diskFiles,
): string {
  return installedVersion(root, files) ?? versionInRange(nextRange(manifest)) ?? newestKnownVersion;
}

/** A version as people write it, completed to the newest known: `16` to `16.4.6`. */
export function completeVersion(version: string): string {
  return /^\d+\.\d+\.\d+/u.test(version) ? version : (versionInRange(version) ?? version);
}

/** What stands in an installed package is printed, so that it had better be what it says. */
const fullVersion = /^\d+\.\d+\.\d+(?:[-+][\w.+-]*)?$/u;

function installedVersion(root: string, files: ProjectFiles): string | undefined {
  for (let folder = root; ; folder = dirname(folder)) {
    const version = readManifest(join(folder, 'node_modules', 'next'), files)?.version;
    if (typeof version === 'string' && fullVersion.test(version)) return version;
    if (dirname(folder) === folder) return undefined;
  }
}

type Semver = typeof import('semver');

function versionInRange(range: string | undefined): string | undefined {
  if (range === undefined) return undefined;
  // Most projects have Next installed, and semver is slow to load for an editor's first answer: all of it
  // twice as slow as the two functions.
  const require = createRequire(import.meta.url);
  const maxSatisfying = require('semver/ranges/max-satisfying') as Semver['maxSatisfying'];
  const minVersion = require('semver/ranges/min-version') as Semver['minVersion'];
  try {
    return maxSatisfying(knownVersions, range) ?? minVersion(range)?.version;
  } catch {
    // `latest`, `catalog:`, `workspace:*`, a tarball: no range to read a version from.
    return undefined;
  }
}
