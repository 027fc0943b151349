import { dirname, join } from 'node:path';
import { compareVersions } from '@next-slots/core';
import maxSatisfying from 'semver/ranges/max-satisfying.js';
import minVersion from 'semver/ranges/min-version.js';
import { diskFiles, type ProjectFiles } from './project-files.js';
import { rangeInCatalog } from './version-catalog.js';

/** The newest Next that next-slots has been measured against. */
const newestKnownVersion = '16.4.6';

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

/** Where a project's Next version was read: in `guessed` nothing names one, and the newest known is taken. */
export type NextVersionSource = 'installed' | 'range' | 'catalog' | 'guessed';

/** A project's Next version, and where that was read. */
export interface DetectedVersion {
  /** A full version: `16.4.6`. */
  readonly version: string;
  readonly from: NextVersionSource;
}

/**
 * The Next version of a project: the installed one, else the newest known in the range that it asks for,
 * be it through a workspace's catalog, else the newest known.
 */
export function detectNextVersion(
  root: string,
  manifest: PackageManifest | undefined,
  files: ProjectFiles = diskFiles,
): DetectedVersion {
  const installed = installedVersion(root, files);
  if (installed !== undefined) return { version: installed, from: 'installed' };
  const wanted = nextRange(manifest);
  const catalog = wanted === undefined ? null : catalogName.exec(wanted);
  const range = catalog ? rangeInCatalog(root, catalog.groups?.['name'] ?? '', files) : wanted;
  const version = versionInRange(range);
  return version === undefined
    ? { version: newestKnownVersion, from: 'guessed' }
    : { version, from: catalog ? 'catalog' : 'range' };
}

const catalogName = /^catalog:(?<name>.*)$/u;

/** A version as people write it, completed to the newest known: `16` to `16.4.6`. */
export function completeVersion(version: string): string {
  return /^\d+\.\d+\.\d+/u.test(version) ? version : (versionInRange(version) ?? version);
}

/** The lines of Next.js that next-slots knows, the oldest and the newest: `13.4` and `16.4`. */
export const supportedLines = {
  oldest: lineOf(knownVersions[0] ?? newestKnownVersion),
  newest: lineOf(newestKnownVersion),
} as const;

/**
 * The known version that stands for one outside {@link supportedLines}: the oldest for `12.0.0`, the
 * newest for `99.0.0`. A supported version stands for itself.
 */
export function supportedVersion(version: string): string {
  const line = lineOf(version);
  if (compareVersions(line, supportedLines.oldest) < 0) return knownVersions[0] ?? version;
  return compareVersions(line, supportedLines.newest) > 0 ? newestKnownVersion : version;
}

function lineOf(version: string): string {
  return version.split('.', 2).join('.');
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

function versionInRange(asked: string | undefined): string | undefined {
  const range = asked === undefined ? undefined : plainRange(asked.trim());
  if (range === undefined) return undefined;
  try {
    return maxSatisfying(knownVersions, range) ?? minVersion(range)?.version;
  } catch {
    // A tag such as `canary`, a Git URL, a tarball: no range to read a version from.
    return undefined;
  }
}

/**
 * The range inside what a `package.json` asks for: of `workspace:^16.0.0` and `npm:next@^16.0.0` what
 * comes last, of a tag that Next publishes for an old line, `next-15-3`, that line.
 *
 * @returns undefined for `workspace:*` and its like, which take whatever version the workspace has.
 */
function plainRange(asked: string): string | undefined {
  const range = /^(?:workspace:|npm:next@)(?<range>.*)$/u.exec(asked)?.groups?.['range'] ?? asked;
  if (range !== asked && /^[*^~]?$/u.test(range)) return undefined;
  const line = /^next-(?<line>\d+(?:-\d+){0,2})$/u.exec(range)?.groups?.['line'];
  return line?.replaceAll('-', '.') ?? range;
}
