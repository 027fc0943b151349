import { tmpdir } from 'node:os';
import { LspClient, type ClientOptions } from './lsp-client.js';
import { serverFile } from './lsp-server-file.js';
import type { WhenOver } from './next-app.js';

/** What tells one shared session from another. */
export type SharedOptions = Pick<ClientOptions, 'capabilities' | 'initializationOptions'>;

/** The sessions of one test file: a server for each kind of client, with no folder open at first. */
export class SharedSessions {
  readonly #sessions = new Map<string, Promise<LspClient>>();

  /** @param whenOver - `afterAll`. */
  constructor(whenOver: WhenOver) {
    whenOver(async () => {
      for (const session of this.#sessions.values()) await (await session).kill();
    });
  }

  get(options: SharedOptions): Promise<LspClient> {
    const key = JSON.stringify(options);
    const known = this.#sessions.get(key);
    if (known) return known;
    const command = [process.execPath, serverFile(), '--stdio'];
    const client = new LspClient({ command, cwd: tmpdir(), folders: [], ...options });
    const session = client.open();
    this.#sessions.set(key, session);
    return session;
  }
}
