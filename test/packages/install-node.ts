import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cachedFolder } from '../harness/cache-directory.js';
import { runProcess } from '../harness/next-app.js';

/**
 * Installs a version of Node from the registry's own packages, one for each platform, and keeps it in
 * the cache directory.
 *
 * @returns The folder that holds the program `node`.
 */
export async function installNode(version: string): Promise<string> {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${system}-${process.arch}`;
  const folder = await cachedFolder('node', version, async (empty) => {
    writeFileSync(join(empty, 'package.json'), '{"name":"node-alone","private":true}\n');
    const spec = `${name}@${version}`;
    const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', spec];
    const { code, stderr } = await runProcess('npm', args, { cwd: empty });
    if (code !== 0) throw new Error(`npm cannot install ${spec}:\n${stderr}`);
  });
  return join(folder, 'node_modules', name, 'bin');
}
