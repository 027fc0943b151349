import { findPnpm, runSteps } from './run-steps.mjs';

const pnpm = findPnpm();

/** Debian packages, which only a machine made for the tests should get. Without them tests are skipped. */
const editors = process.argv.includes('--install-editors')
  ? [{ name: 'Install editors', command: ['bash', 'test/harness/install-editors.sh'] }]
  : [];

const passed = await runSteps([
  { name: 'Install', command: [pnpm, 'install', '--frozen-lockfile', '--prefer-offline'] },
  { name: 'Build', command: [pnpm, 'run', 'build'] },
  [
    ...editors,
    { name: 'Check generated files', command: [pnpm, 'run', 'generate', '--check'] },
    { name: 'Lint', command: [pnpm, 'run', 'lint'] },
    { name: 'Check types of the tests', command: [pnpm, 'run', 'typecheck'] },
    { name: 'Check the format', command: [pnpm, 'run', 'format:check'] },
    { name: 'Look for dead code', command: [pnpm, 'run', 'knip'] },
  ],
  [
    { name: 'Run the tests', command: [pnpm, 'exec', 'vitest', 'run'], show: true },
    { name: 'Build the docs site', command: [pnpm, 'run', 'docs:build'] },
  ],
]);
process.exitCode = passed ? 0 : 1;
