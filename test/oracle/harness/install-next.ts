import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';

import { runProcess } from './run-process.js';

/** Where releases are kept, outside every workspace: some 350 MB each, installed once. */
function cacheDirectory(env: NodeJS.ProcessEnv = process.env): string {
  const own = env['NEXT_SLOTS_CACHE'];
  if (own !== undefined && own !== '') return path.resolve(own);
  const xdg = env['XDG_CACHE_HOME'];
  return path.join(
    xdg !== undefined && path.isAbsolute(xdg) ? xdg : path.join(homedir(), '.cache'),
    'next-slots',
  );
}

/**
 * Installs one release of Next with the React that it asks for and what it wants for TypeScript
 * files. A release that is there already costs nothing.
 *
 * @returns The folder that holds the release's `node_modules`.
 * @throws Error when npm cannot install it, with what npm printed.
 */
export async function installNext(version: string, signal: AbortSignal): Promise<string> {
  const releases = path.join(cacheDirectory(), 'next');
  const directory = path.join(releases, version);
  if (await exists(path.join(directory, '.complete'))) return directory;

  await mkdir(releases, { recursive: true });
  // Installed beside its place and moved there whole: two runs at once cannot see half a release.
  const unfinished = await mkdtemp(path.join(releases, `.installing-${version}-`));
  try {
    await writeFile(path.join(unfinished, 'package.json'), '{"name":"oracle","private":true}\n');
    const react = await reactFor(version, unfinished, signal);
    await npm(
      [
        'install',
        '--no-audit',
        '--no-fund',
        '--ignore-scripts',
        '--save-exact',
        `next@${version}`,
        `react@${react}`,
        `react-dom@${react}`,
        'typescript@5.9.3',
        '@types/react@19',
        '@types/node@20',
      ],
      unfinished,
      signal,
    );
    await writeFile(path.join(unfinished, '.complete'), '');
    await rm(directory, { recursive: true, force: true });
    await rename(unfinished, directory);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return directory;
}

/** The newest React that the release names: the last alternative of its peer range. */
async function reactFor(version: string, cwd: string, signal: AbortSignal): Promise<string> {
  const answer = await npm(['view', `next@${version}`, 'peerDependencies.react'], cwd, signal);
  const range = answer.trim().split('\n').at(-1)?.split('||').at(-1)?.trim();
  if (range === undefined || range === '') throw new Error(`npm knows no next@${version}`);
  return range;
}

async function npm(args: readonly string[], cwd: string, signal: AbortSignal): Promise<string> {
  const { code, output } = await runProcess('npm', ['--loglevel=error', ...args], {
    cwd,
    timeoutSeconds: 300,
    signal,
  });
  if (code !== 0) throw new Error(`npm ${args.join(' ')} failed:\n${output}`);
  return output;
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** The path of Next's command in an installed release. */
export async function nextCommand(directory: string): Promise<string> {
  const own = path.join(directory, 'node_modules', 'next');
  const manifest: unknown = JSON.parse(await readFile(path.join(own, 'package.json'), 'utf8'));
  if (
    typeof manifest === 'object' &&
    manifest !== null &&
    'bin' in manifest &&
    typeof manifest.bin === 'object' &&
    manifest.bin !== null &&
    'next' in manifest.bin &&
    typeof manifest.bin.next === 'string'
  ) {
    return path.join(own, manifest.bin.next);
  }
  throw new Error(`${own} has no next command`);
}
