import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { ProcessResult } from './next-app.js';

/** What one run of the command line is given, and nothing else. */
export interface CliRun {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** The processes that wait for a run. */
const idle: ChildProcess[] = [];

/**
 * Runs the packed command line in a process that ran it before, which takes a tenth of the time. What
 * is about the process itself, its start, its death or its input, needs one of its own.
 */
export function runInServer(entry: string, run: CliRun): Promise<ProcessResult> {
  const server = idle.pop() ?? startServer(entry);
  const answer = new Promise<ProcessResult>((resolve) => {
    const died = (code: number | null) => {
      resolve({ code: code ?? 1, stdout: '', stderr: 'The process has died.' });
    };
    server.once('exit', died);
    server.once('message', (result: ProcessResult) => {
      server.off('exit', died);
      idle.push(server);
      resolve(result);
    });
  });
  server.send(run);
  return answer;
}

function startServer(entry: string): ChildProcess {
  const server = fork(join(import.meta.dirname, 'cli-server.mjs'), [entry], { execArgv: [] });
  // The tests end without it, and it ends with them, whatever it is at.
  server.unref();
  server.channel?.unref();
  process.once('exit', () => server.kill('SIGKILL'));
  return server;
}
