// Runs before anything is installed or built, hence plain JavaScript on Node alone.
import { execFileSync, spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

/**
 * The program of the package manager, which npx fetches on a machine with only Node and npm. It is asked once
 * where it put it: each start through npx takes three seconds of CPU, one of pnpm itself 0.3.
 */
export function findPnpm() {
  const path = execFileSync(
    'npx',
    ['--yes', '--package=pnpm@12.21.0', '-c', 'node -p process.env.PATH'],
    { encoding: 'utf8', shell: process.platform === 'win32' },
  );
  return join(path.trim().split(delimiter)[0], 'pnpm');
}

/**
 * @typedef {{ name: string, command: readonly string[], show?: boolean }} Step A step's output is
 *   shown when it fails, or as it comes when the step asks for that.
 */

/**
 * Runs commands one after the other, those of an inner list side by side, saying what is done, and
 * how long it took.
 *
 * @param {readonly (Step | readonly Step[])[]} steps
 * @returns {Promise<boolean>} whether all succeeded; after a failure nothing more is started
 */
export async function runSteps(steps) {
  const total = steps.flat().length;
  let count = 0;
  for (const group of steps.map((step) => [step].flat())) {
    const numbered = group.map((step) => ({ step, label: `[${++count}/${total}] ${step.name}` }));
    console.log(numbered.map(({ label }) => `${label} …`).join('\n'));
    const passed = await Promise.all(numbered.map(runStep));
    if (passed.includes(false)) return false;
  }
  return true;
}

async function runStep({ step, label }) {
  const started = Date.now();
  const { code, output } = await run(step);
  const seconds = `${((Date.now() - started) / 1000).toFixed(1)} s`;
  console.log(code === 0 ? `${label}: ${seconds}` : `${label}: failed after ${seconds}\n${output}`);
  return code === 0;
}

/**
 * Runs one command to its end.
 *
 * @param {{ command: readonly string[], show?: boolean, cwd?: string }} step
 * @returns {Promise<{ code: number, output: string }>} the exit status, and what was not shown yet
 */
export function run({ command, show = false, cwd }) {
  return new Promise((resolve) => {
    const [program, ...args] = command;
    const child = spawn(program, args, {
      cwd,
      shell: process.platform === 'win32',
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) =>
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() }),
    );
  });
}
