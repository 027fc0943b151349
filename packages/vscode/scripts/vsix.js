// Packs the extension: `pnpm run vsix`. The packer is fetched when it is needed, since it is larger than
// everything else that the workspace installs.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { stage } from './stage.js';

const vsce = '@vscode/vsce@3.9.2';
const largest = 6 * 1024 * 1024;

const source = join(import.meta.dirname, '..');
const folder = join(source, 'dist', 'stage');
const file = join(source, 'dist', 'next-slots.vsix');

await stage(folder);
const packed = spawnSync('npx', ['--yes', vsce, 'package', '--out', file], {
  cwd: folder,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (packed.status !== 0) process.exit(packed.status ?? 1);
const { size } = statSync(file);
console.log(`${file}: ${(size / 1024 / 1024).toFixed(2)} MB`);
if (size >= largest) {
  console.error('It is too large: less than 6 MB are wanted.');
  process.exitCode = 1;
}
