// Runs before anything is installed or built, hence plain JavaScript on Node alone.
import { spawn } from 'node:child_process';

/** The package manager, started so that a machine with only Node and npm has it. */
export const pnpm = ['npx', '--yes', 'pnpm@12.21.0'];

/**
 * Runs commands one after the other, saying what is done, and how long it took. The output of a
 * step is shown when it fails, or as it comes when the step asks for that.
 *
 * @param {readonly { name: string, command: readonly string[], show?: boolean, cwd?: string }[]} steps
 * @returns {Promise<boolean>} whether all succeeded
 */
export async function runSteps(steps) {
  for (const [index, step] of steps.entries()) {
    const started = Date.now();
    process.stdout.write(`[${index + 1}/${steps.length}] ${step.name} …${step.show ? '\n' : ''}`);
    const { code, output } = await run(step);
    const seconds = `${((Date.now() - started) / 1000).toFixed(1)} s`;
    if (code !== 0) {
      process.stdout.write(` failed after ${seconds}\n${output}\n`);
      return false;
    }
    process.stdout.write(step.show ? `    done in ${seconds}\n` : ` ${seconds}\n`);
  }
  return true;
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
