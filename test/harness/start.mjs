// The main job on a real Next.js app: lint it, then repair a copy of it.
import { cp, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findPnpm, run, runSteps } from './run-steps.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const app = join(root, 'test', 'fixtures', 'dashboard');
const eslint = [process.execPath, join(root, 'node_modules', 'eslint', 'bin', 'eslint.js')];

const pnpm = findPnpm();
const ready = await runSteps([
  { name: 'Install', command: [pnpm, 'install', '--frozen-lockfile', '--prefer-offline'] },
  { name: 'Build', command: [pnpm, 'run', 'build'] },
]);
if (ready) await show();
else process.exitCode = 1;

async function show() {
  console.log('\nESLint on test/fixtures/dashboard, a Next 16 app with mistakes in its slots:');
  await run({ command: [...eslint, '.'], cwd: app, show: true });

  const copy = await mkdtemp(join(tmpdir(), 'next-slots-'));
  try {
    await cp(app, copy, { recursive: true });
    await symlink(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
    const before = await filesOf(copy);
    console.log('ESLint with --fix on a copy of it:');
    await run({ command: [...eslint, '--fix', '.'], cwd: copy, show: true });
    const created = (await filesOf(copy)).filter((file) => !before.includes(file));
    console.log(`Created:\n${created.map((file) => `  ${file}`).join('\n')}`);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

async function filesOf(folder) {
  const entries = await readdir(join(folder, 'app'), { recursive: true });
  return entries.map((entry) => join('app', entry)).sort();
}
