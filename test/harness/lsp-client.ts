import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { pathToFileURL } from 'node:url';

/** A message of the protocol, as it stands on the wire. */
export interface WireMessage {
  readonly id?: string | number | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** One diagnostic, as far as tests look at it. */
export interface WireDiagnostic {
  readonly range: WireRange;
  readonly severity: number;
  readonly code: string;
  readonly codeDescription?: { readonly href: string };
  readonly source: string;
  readonly message: string;
  readonly tags?: readonly number[];
  readonly relatedInformation?: readonly {
    readonly location: { readonly uri: string; readonly range: WireRange };
    readonly message: string;
  }[];
}

export interface WirePosition {
  readonly line: number;
  readonly character: number;
}

export interface WireRange {
  readonly start: WirePosition;
  readonly end: WirePosition;
}

interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly WireDiagnostic[];
}

/** How a client is started, and what it says of itself. */
export interface ClientOptions {
  readonly command: readonly string[];
  readonly cwd: string;
  /** Folders of the workspace; without it, the one folder `cwd`. */
  readonly folders?: readonly string[];
  readonly capabilities?: object;
  readonly initializationOptions?: unknown;
  /** Answers to `workspace/configuration`, by `scopeUri` or for all. */
  readonly configuration?: (item: { scopeUri?: string; section?: string }) => unknown;
  /** Requests that this client never answers. */
  readonly unanswered?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Whose rights the server has. */
  readonly user?: { readonly uid?: number; readonly gid?: number };
}

/** Milliseconds after which nothing more is expected of a server. */
const patience = 20_000;

/**
 * A client of a language server that runs as a process of its own. It speaks the protocol byte by
 * byte, so that it can also speak it wrongly.
 */
export class LspClient {
  readonly process: ChildProcessWithoutNullStreams;
  readonly options: ClientOptions;
  /** Everything the server sent by itself, in order. */
  readonly received: WireMessage[] = [];
  readonly exited: Promise<number | null>;
  stderr = '';
  /** What the server says it can do. */
  capabilities: object = {};
  #nextId = 1;
  #rest = Buffer.alloc(0);
  readonly #open = new Map<string | number, (message: WireMessage) => void>();
  readonly #listeners = new Set<(message: WireMessage) => void>();
  readonly #applied: unknown[] = [];

  constructor(options: ClientOptions) {
    this.options = options;
    const [program = '', ...args] = options.command;
    this.process = spawn(program, args, {
      cwd: options.cwd,
      ...options.user,
      env: { ...process.env, ...options.env },
    });
    this.exited = new Promise((resolve) => {
      this.process.on('exit', resolve);
    });
    this.process.stdout.on('data', (chunk: Buffer) => {
      this.#read(chunk);
    });
    this.process.stderr.on('data', (chunk: Buffer) => {
      this.stderr += chunk.toString();
    });
    this.process.stdin.on('error', () => undefined);
  }

  /** Opens the session. */
  async open(): Promise<this> {
    const { result } = await this.initialize();
    this.capabilities = (result as { readonly capabilities: object }).capabilities;
    this.notify('initialized', {});
    return this;
  }

  /** Ends the server, whatever it is doing. */
  async kill(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.exited;
  }

  /** The edits that the server asked to be applied, in order. */
  get applied(): readonly unknown[] {
    return this.#applied;
  }

  initialize(): Promise<WireMessage> {
    const { cwd, folders = [cwd], capabilities = {}, initializationOptions } = this.options;
    return this.send('initialize', {
      processId: process.pid,
      clientInfo: { name: 'next-slots tests' },
      rootUri: folders[0] === undefined ? null : pathToFileURL(folders[0]).href,
      workspaceFolders: folders.map((folder) => ({
        uri: pathToFileURL(folder).href,
        name: folder,
      })),
      capabilities,
      ...(initializationOptions === undefined ? {} : { initializationOptions }),
    });
  }

  /** Sends a request and gives its result. */
  async request<Result>(method: string, params: unknown): Promise<Result> {
    const ended = this.exited.then((code): never => {
      throw new Error(`The server ended (${code}) and left ${method} open.\n${this.stderr}`);
    });
    const answer = await Promise.race([this.send(method, params), ended]);
    if (answer.error) throw new Error(`${method}: ${answer.error.message}`);
    return answer.result as Result;
  }

  /** Sends a request and gives whatever answers it. */
  send(
    method: string,
    params: unknown,
    id: string | number = this.#nextId++,
  ): Promise<WireMessage> {
    const answer = this.answerTo(id);
    this.write({ id, method, params });
    return answer;
  }

  /** The answer to a request of this id, sent or about to be sent. */
  answerTo(id: string | number): Promise<WireMessage> {
    return new Promise((resolve) => this.#open.set(id, resolve));
  }

  notify(method: string, params: unknown): void {
    this.write({ method, params });
  }

  write(message: WireMessage): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.writeRaw(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  writeRaw(bytes: string | Uint8Array): void {
    this.process.stdin.write(bytes);
  }

  /** Waits for something that the server sends by itself, from now on. */
  next(matches: (message: WireMessage) => boolean): Promise<WireMessage> {
    const before = this.received.length;
    return new Promise((resolve, reject) => {
      const listener = (message: WireMessage) => {
        if (!matches(message)) return;
        clearTimeout(timer);
        this.#listeners.delete(listener);
        resolve(message);
      };
      const timer = setTimeout(() => {
        this.#listeners.delete(listener);
        const since = JSON.stringify(this.received.slice(before));
        reject(new Error(`The server did not send it. It sent: ${since}\n${this.stderr}`));
      }, patience).unref();
      this.#listeners.add(listener);
    });
  }

  /** Waits until the server publishes diagnostics that fit, from now on. */
  async published(
    uri: string,
    fits: (diagnostics: readonly WireDiagnostic[]) => boolean = () => true,
  ): Promise<Published> {
    const message = await this.next(({ method, params }) => {
      if (method !== 'textDocument/publishDiagnostics') return false;
      const published = params as Published;
      return published.uri === uri && fits(published.diagnostics);
    });
    return message.params as Published;
  }

  /** What was published last for a document; undefined where nothing was. */
  lastPublished(uri: string): readonly WireDiagnostic[] | undefined {
    return this.received
      .filter(({ method }) => method === 'textDocument/publishDiagnostics')
      .map(({ params }) => params as Published)
      .findLast((published) => published.uri === uri)?.diagnostics;
  }

  /** Waits until something holds, asking again with every message and now and then. */
  async until(
    holds: () => boolean | Promise<boolean>,
    what: string,
    limit = 10_000,
  ): Promise<void> {
    const end = Date.now() + limit;
    while (!(await holds())) {
      if (Date.now() > end) throw new Error(`Not within ${limit} ms: ${what}\n${this.stderr}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async stop(): Promise<number | null> {
    await this.request('shutdown', null);
    this.notify('exit', null);
    return this.exited;
  }

  #read(chunk: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    for (;;) {
      const end = this.#rest.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(
        /content-length: (\d+)/iu.exec(this.#rest.toString('latin1', 0, end))?.[1],
      );
      if (Number.isNaN(length)) throw new Error('The server sent a broken header.');
      const body = end + 4;
      if (this.#rest.length < body + length) return;
      const message = JSON.parse(this.#rest.toString('utf8', body, body + length)) as WireMessage;
      this.#rest = this.#rest.subarray(body + length);
      this.#take(message);
    }
  }

  #take(message: WireMessage): void {
    if (message.method === undefined) {
      if (message.id !== undefined && message.id !== null) {
        this.#open.get(message.id)?.(message);
        this.#open.delete(message.id);
        return;
      }
    } else if (message.id !== undefined) {
      this.#respond(message);
    }
    this.received.push(message);
    for (const listener of [...this.#listeners]) listener(message);
  }

  #respond(message: WireMessage): void {
    if (this.options.unanswered?.includes(message.method ?? '')) return;
    try {
      this.write({ id: message.id ?? null, result: this.#answer(message) });
    } catch (error) {
      this.write({ id: message.id ?? null, error: { code: -32603, message: String(error) } });
    }
  }

  #answer({ method, params }: WireMessage): unknown {
    switch (method) {
      case 'workspace/configuration': {
        const { items } = params as { items: { scopeUri?: string; section?: string }[] };
        return items.map((item) => this.options.configuration?.(item) ?? null);
      }
      case 'workspace/applyEdit':
        this.#applied.push((params as { edit: unknown }).edit);
        return { applied: true };
      case 'window/showDocument':
        return { success: true };
      default:
        return null;
    }
  }
}
