// Packs the extension: `pnpm run vsix`.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { stage } from './stage.js';

const vsce = dirname(createRequire(import.meta.url).resolve('@vscode/vsce/package.json'));
const largest = 6 * 1024 * 1024;

const source = join(import.meta.dirname, '..');
const folder = join(source, 'dist', 'stage');
const file = join(source, 'dist', 'next-slots.vsix');

await stage(folder);
const packed = spawnSync(process.execPath, [join(vsce, 'vsce'), 'package', '--out', file], {
  cwd: folder,
  stdio: 'inherit',
});
if (packed.status !== 0) process.exit(packed.status ?? 1);
const { size } = statSync(file);
console.log(`${file}: ${(size / 1024 / 1024).toFixed(2)} MB`);
if (size >= largest) {
  console.error('It is too large: less than 6 MB are wanted.');
  process.exitCode = 1;
}
