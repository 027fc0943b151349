import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { cachedFolder } from '../../harness/cache-directory.js';
import { runProcess } from './run-process.js';

/**
 * Installs one release of Next with the React that it asks for and what it wants for TypeScript
 * files: some 350 MB, kept in the cache directory.
 *
 * @returns The folder that holds the release's `node_modules`.
 * @throws Error when npm cannot install it, with what npm printed.
 */
export async function installNext(version: string, signal: AbortSignal): Promise<string> {
  return cachedFolder('next', version, async (folder) => {
    await writeFile(path.join(folder, 'package.json'), '{"name":"oracle","private":true}\n');
    const react = await reactFor(version, folder, signal);
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
      folder,
      signal,
    );
  });
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
