import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WhenOver } from './next-app.js';
import { workspace } from './packed.js';
import { isNight } from './is-night.js';

/** The versions of TypeScript that the plugin is driven with. */
export const tsserverVersions = ['5.4', '5.9', '6.0'] as const;

export type TsserverVersion = (typeof tsserverVersions)[number];

/** Those that tests drive: the oldest and the newest, and by night all. */
export const drivenVersions: readonly TsserverVersion[] = isNight
  ? tsserverVersions
  : ['5.4', '6.0'];

const packages = {
  '5.4': 'typescript-5.4',
  '5.9': 'typescript-5.9',
  '6.0': 'typescript',
} satisfies Record<TsserverVersion, string>;

/** What tsserver sends back. */
export interface TsserverResponse {
  readonly success: boolean;
  readonly message?: string;
  readonly body?: unknown;
}

interface Message extends TsserverResponse {
  readonly type: 'response' | 'event';
  readonly event?: string;
  readonly request_seq?: number;
}

/** What a server may be started with. */
export interface TsserverOptions {
  /** Further arguments of `tsserver.js`. */
  readonly args?: readonly string[];
  /** Arguments of Node: `['--require', 'spy.cjs']`. */
  readonly execArgv?: readonly string[];
  /** The Node that runs it; without it, the one that runs the tests. */
  readonly execPath?: string;
}

/** A tsserver as an editor runs it, spoken to over its own protocol. */
export class Tsserver {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #logFile: string;
  readonly #waiting = new Map<number, (message: Message) => void>();
  readonly #events: Message[] = [];
  #onEvent: (() => void) | undefined;
  #sequence = 0;
  #received = Buffer.alloc(0);
  readonly #exit: Promise<void>;

  /** @param typescript - A version of the workspace, or a folder that holds the package. */
  constructor(
    typescript: TsserverVersion | { readonly folder: string },
    cwd: string,
    whenOver: WhenOver,
    options: TsserverOptions = {},
  ) {
    const folder =
      typeof typescript === 'string'
        ? join(workspace, 'node_modules', packages[typescript])
        : typescript.folder;
    const server = join(folder, 'lib', 'tsserver.js');
    this.#logFile = join(cwd, 'tsserver.log');
    this.#process = spawn(
      options.execPath ?? process.execPath,
      [
        ...(options.execArgv ?? []),
        server,
        '--allowLocalPluginLoads',
        '--disableAutomaticTypingAcquisition',
        '--suppressDiagnosticEvents',
        '--logVerbosity',
        'terse',
        '--logFile',
        this.#logFile,
        ...(options.args ?? []),
      ],
      { cwd, env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' } },
    );
    this.#process.stdout.on('data', (chunk: Buffer) => {
      this.#read(chunk);
    });
    this.#exit = new Promise((resolve) => {
      this.#process.on('exit', () => {
        for (const answer of this.#waiting.values()) {
          answer({ type: 'response', success: false, message: 'tsserver has ended' });
        }
        resolve();
      });
    });
    whenOver(() => this.stop());
  }

  /** Asks and waits for the answer, whether it succeeds or not. */
  ask(command: string, args: object): Promise<TsserverResponse> {
    const seq = this.#send(command, args);
    return new Promise((resolve) => this.#waiting.set(seq, resolve));
  }

  /** Asks for what must succeed; undefined where tsserver has nothing to say. */
  async request(command: string, args: object): Promise<unknown> {
    const { success, message, body } = await this.ask(command, args);
    if (success) return body;
    if (message === 'No content available.') return undefined;
    throw new Error(`${command}: ${message ?? 'failed'}`);
  }

  /** Tells what has no answer. */
  notify(command: string, args: object): void {
    this.#send(command, args);
  }

  /** Waits for an event of one name, those that came already included. */
  async event(name: string): Promise<unknown> {
    for (;;) {
      const index = this.#events.findIndex(({ event }) => event === name);
      const [found] = index < 0 ? [] : this.#events.splice(index, 1);
      if (found) return found.body;
      await new Promise<void>((resolve) => (this.#onEvent = resolve));
    }
  }

  /** Everything logged until now. */
  log(): string {
    return existsSync(this.#logFile) ? readFileSync(this.#logFile, 'utf8') : '';
  }

  /** The lines that the plugin logged. */
  ownLog(): string[] {
    const lines = this.log().split('\n');
    return lines.flatMap((line) => /\[next-slots\] (.*)$/u.exec(line)?.[1] ?? []);
  }

  async stop(): Promise<void> {
    this.notify('exit', {});
    const patience = setTimeout(() => this.#process.kill('SIGKILL'), 5000);
    await this.#exit;
    clearTimeout(patience);
  }

  #send(command: string, args: object): number {
    this.#sequence += 1;
    const message = { seq: this.#sequence, type: 'request', command, arguments: args };
    this.#process.stdin.write(`${JSON.stringify(message)}\n`);
    return this.#sequence;
  }

  /** Takes apart what tsserver writes: a header with the length, an empty line, JSON. */
  #read(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const headEnd = this.#received.indexOf('\r\n\r\n');
      if (headEnd < 0) return;
      const head = this.#received.subarray(0, headEnd).toString();
      const length = Number(/Content-Length: (\d+)/u.exec(head)?.[1]);
      const start = headEnd + 4;
      if (this.#received.length < start + length) return;
      const text = this.#received.subarray(start, start + length).toString();
      this.#received = this.#received.subarray(start + length);
      this.#take(JSON.parse(text) as Message);
    }
  }

  #take(message: Message): void {
    if (message.type === 'event') {
      this.#events.push(message);
      this.#onEvent?.();
      return;
    }
    const seq = message.request_seq ?? -1;
    this.#waiting.get(seq)?.(message);
    this.#waiting.delete(seq);
  }
}
