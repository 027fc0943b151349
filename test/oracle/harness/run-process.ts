import { spawn, type ChildProcess } from 'node:child_process';

/** How a process ended and what it printed, stdout and stderr together in the order they came. */
export interface ProcessResult {
  readonly code: number | null;
  readonly output: string;
}

/** A process that is still running, with everything it started. */
export interface RunningProcess {
  /** What it printed so far. */
  output(): string;
  /** Settles when the process has ended, whoever ended it. */
  readonly ended: Promise<ProcessResult>;
  /** Ends the process and everything that it started, and waits until it is gone. */
  stop(): Promise<void>;
}

export interface ProcessOptions {
  readonly cwd: string;
  readonly timeoutSeconds: number;
  readonly signal: AbortSignal;
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Starts a process in a process group of its own, so that stopping it ends its workers too. It is
 * stopped when the time is over or `signal` aborts.
 */
export function startProcess(
  command: string,
  args: readonly string[],
  { cwd, timeoutSeconds, signal, env }: ProcessOptions,
): RunningProcess {
  signal.throwIfAborted();
  const child = spawn(command, args, {
    cwd,
    env: { ...quietEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  const collect = (chunk: string) => {
    output += chunk;
  };
  child.stdout.setEncoding('utf8').on('data', collect);
  child.stderr.setEncoding('utf8').on('data', collect);

  const kill = () => {
    killGroup(child);
  };
  const timer = setTimeout(() => {
    collect(`\n${command} was ended after ${String(timeoutSeconds)} seconds\n`);
    kill();
  }, timeoutSeconds * 1000);
  signal.addEventListener('abort', kill);

  const ended = new Promise<ProcessResult>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, output });
    });
  }).finally(() => {
    clearTimeout(timer);
    signal.removeEventListener('abort', kill);
    kill();
  });
  return {
    output: () => output,
    ended,
    async stop() {
      kill();
      await ended.catch(() => undefined);
    },
  };
}

/** Runs a process to its end. Rejects when it cannot start or when `signal` aborts. */
export async function runProcess(
  command: string,
  args: readonly string[],
  options: ProcessOptions,
): Promise<ProcessResult> {
  const result = await startProcess(command, args, options).ended;
  options.signal.throwIfAborted();
  return result;
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The whole group has ended already.
  }
}

/** No colours, no telemetry, and nothing that a test runner sets and Next would listen to. */
function quietEnvironment(): NodeJS.ProcessEnv {
  const { NODE_ENV: _mode, NODE_OPTIONS: _options, FORCE_COLOR: _color, ...env } = process.env;
  return {
    ...env,
    NO_COLOR: '1',
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_IGNORE_INCORRECT_LOCKFILE: '1',
    BASELINE_BROWSER_MAPPING_IGNORE_OLD_DATA: 'true',
  };
}
