import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { findPnpm } from './run-steps.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** A `node_modules` folder that holds our packages as `pnpm pack` leaves them. */
    packed: string;
  }
}

/** The workspace's root. */
export const workspace = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * Packs what is published once for all tests and lays it out as an install would: our packages from
 * their tarballs, their dependencies linked from the workspace.
 */
export default function setup(project: TestProject): () => void {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'next-slots-packed-')));
  // Tests of read-only folders run hosts as another user, who must be able to load the packages.
  chmodSync(folder, 0o755);
  const modules = join(folder, 'node_modules');
  const sources = readdirSync(join(workspace, 'packages'))
    .map((name) => join(workspace, 'packages', name))
    .filter((source) => existsSync(join(source, 'package.json')));
  const published = sources.filter((source) => !readManifest(source).private);
  for (const { source, tarball } of pack(published, folder)) unpack(source, tarball, modules);
  copyCore(modules);
  project.provide('packed', modules);
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}

function readManifest(source: string): Manifest {
  return JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as Manifest;
}

/** Packs all of them at once with pnpm, which takes a second where npm takes nine. */
function pack(sources: readonly string[], target: string): { source: string; tarball: string }[] {
  // The pnpm that runs the tests, where one does.
  const { npm_execpath: running = '' } = process.env;
  const pnpm = basename(running) === 'pnpm' ? running : findPnpm();
  const manifests = sources.map((source) => ({ source, ...readManifest(source) }));
  const filters = manifests.map(({ name }) => `--filter=${name}`);
  execFileSync(pnpm, ['--recursive', ...filters, 'pack', '--pack-destination', target], {
    cwd: workspace,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  return manifests.map(({ source, name, version }) => ({
    source,
    tarball: join(target, `${name}-${version}.tgz`),
  }));
}

function unpack(source: string, tarball: string, modules: string): void {
  const manifest = readManifest(source);
  const target = join(modules, manifest.name);
  mkdirSync(target, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '-C', target, '--strip-components=1']);

  linkDependencies(source, target);
}

/** Core is bundled into what is published; the tests that load it as another user need a copy. */
function copyCore(modules: string): void {
  const source = join(workspace, 'packages', 'core');
  const target = join(modules, readManifest(source).name);
  for (const part of ['package.json', 'dist']) {
    cpSync(join(source, part), join(target, part), { recursive: true });
  }
  linkDependencies(source, target);
}

function linkDependencies(source: string, target: string): void {
  for (const dependency of Object.keys(readManifest(source).dependencies ?? {})) {
    link(join(source, 'node_modules', dependency), join(target, 'node_modules', dependency));
  }
}

/** The tarballs of what is published, by the package's name. */
export function tarballsOf(packed: string): ReadonlyMap<string, string> {
  const folder = dirname(packed);
  return new Map(
    readdirSync(packed)
      .filter((name) => existsSync(join(packed, name, 'package.json')))
      .filter((name) => !readManifest(join(packed, name)).private)
      .map((name) => {
        const { version } = readManifest(join(packed, name));
        return [name, join(folder, `${name}-${version}.tgz`)];
      }),
  );
}

/** Links a package into a `node_modules` folder. */
export function link(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  symlinkSync(realpathSync(from), to, 'junction');
}
