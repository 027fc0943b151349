import { execFileSync } from 'node:child_process';
import {
  chmodSync,
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
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A `node_modules` folder that holds our packages as `pnpm pack` leaves them. */
    packed: string;
  }
}

/** The workspace's root. */
export const workspace = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * Packs every package once for all tests and lays them out as an install would: our packages from
 * their tarballs, their dependencies linked from the workspace.
 */
export default function setup(project: TestProject): () => void {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'next-slots-packed-')));
  // Tests of read-only folders run hosts as another user, who must be able to load the packages.
  chmodSync(folder, 0o755);
  const modules = join(folder, 'node_modules');
  for (const name of readdirSync(join(workspace, 'packages'))) {
    const source = join(workspace, 'packages', name);
    if (existsSync(join(source, 'package.json'))) unpack(source, modules);
  }
  project.provide('packed', modules);
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

function unpack(source: string, modules: string): void {
  const manifest = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as Manifest;
  const target = join(modules, manifest.name);
  mkdirSync(target, { recursive: true });
  execFileSync('npm', ['pack', '--pack-destination', dirname(modules)], {
    cwd: source,
    stdio: 'pipe',
  });
  const tarball = readdirSync(dirname(modules)).find((file) => file.endsWith('.tgz'));
  if (tarball === undefined) throw new Error(`Packing ${manifest.name} gave no tarball.`);
  execFileSync('tar', [
    '-xzf',
    join(dirname(modules), tarball),
    '-C',
    target,
    '--strip-components=1',
  ]);
  rmSync(join(dirname(modules), tarball));

  for (const dependency of Object.keys(manifest.dependencies ?? {})) {
    if (dependency.startsWith('@next-slots/')) continue;
    link(join(source, 'node_modules', dependency), join(target, 'node_modules', dependency));
  }
}

/** Links a package into a `node_modules` folder. */
export function link(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  symlinkSync(realpathSync(from), to, 'junction');
}
