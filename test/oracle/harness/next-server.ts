import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

import type { BuiltApp } from './measure-build.js';
import { startProcess } from './run-process.js';

/** A server that does not come up: to users as bad as a build that fails. */
export class ServerDown extends Error {
  /** What it printed. */
  readonly output: string;

  constructor(output: string) {
    super(`next start does not answer:\n${output}`);
    this.output = output;
  }
}

/**
 * Runs `next start` for a built app on a free port while `use` asks it.
 *
 * @throws ServerDown when it is not up after a minute.
 */
export async function withServer<T>(
  { directory, command }: Pick<BuiltApp, 'directory' | 'command'>,
  signal: AbortSignal,
  use: (origin: string) => Promise<T>,
): Promise<T> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${String(port)}`;
  const server = startProcess(
    process.execPath,
    [command, 'start', '-H', '127.0.0.1', '-p', String(port)],
    { cwd: directory, timeoutSeconds: 3600, signal },
  );
  try {
    for (let tries = 0; !(await answers(origin, signal)); tries += 1) {
      if (tries === 240) throw new ServerDown(server.output());
      await wait(250, undefined, { signal });
    }
    return await use(origin);
  } finally {
    await server.stop();
  }
}

/** One plain GET: what a hard navigation gets. */
export async function get(
  url: string,
  signal: AbortSignal,
): Promise<{ status: number; text: string }> {
  const response = await fetch(url, {
    redirect: 'manual',
    // A server ends a connection that is idle for 5 s, which the next request on it would fail over.
    headers: { connection: 'close' },
    signal: AbortSignal.any([signal, AbortSignal.timeout(30_000)]),
  });
  return { status: response.status, text: await response.text() };
}

async function answers(origin: string, signal: AbortSignal): Promise<boolean> {
  return get(origin, signal).then(
    () => true,
    () => {
      signal.throwIfAborted();
      return false;
    },
  );
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}
