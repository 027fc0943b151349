import * as v from 'valibot';
import { ErrorCodes, LSPErrorCodes, type Message } from 'vscode-languageserver/node';
import type { Admission, Refusal } from './resilient-reader.js';

/**
 * Keeps the order of a session: nothing before `initialize`, which comes once, and nothing after
 * `shutdown`. Also keeps two open requests from sharing an id, of which one would stay unanswered.
 */
export class SessionGate {
  #state: 'new' | 'open' | 'shut' = 'new';
  readonly #open = new Set<string>();

  /** True once the client said `shutdown`: an end of the process is then no failure. */
  get isShut(): boolean {
    return this.#state === 'shut';
  }

  /** Whether a message from the client can be taken, and the answer to a request that cannot. */
  admit(message: object): Admission {
    if (!('method' in message)) return 'pass';
    if (!('id' in message) || message.id === undefined) {
      // Nobody waits for the answer to a notification.
      return this.#state === 'open' || message.method === 'exit' ? 'pass' : 'drop';
    }
    const id = message.id as string | number;
    const refusal = this.#admitRequest(message.method, 'params' in message ? message.params : null);
    if (refusal) return { id, ...refusal };
    if (this.#open.has(String(id))) {
      return { id, code: ErrorCodes.InvalidRequest, message: 'This id is still open.' };
    }
    this.#open.add(String(id));
    return 'pass';
  }

  /** Takes note of a message to the client. */
  sent(message: Message): void {
    if ('id' in message && !('method' in message)) this.#open.delete(String(message.id));
  }

  #admitRequest(method: unknown, params: unknown): Omit<Refusal, 'id'> | undefined {
    if (method === 'initialize') {
      if (this.#state !== 'new') {
        return { code: ErrorCodes.InvalidRequest, message: 'Already initialized.' };
      }
      if (!v.is(v.object({ capabilities: v.object({}) }), params)) {
        return { code: ErrorCodes.InvalidParams, message: '`capabilities` are missing.' };
      }
      this.#state = 'open';
      return undefined;
    }
    if (this.#state === 'new') {
      return { code: ErrorCodes.ServerNotInitialized, message: '`initialize` comes first.' };
    }
    if (this.#state === 'shut') {
      return { code: ErrorCodes.InvalidRequest, message: 'The session was shut down.' };
    }
    if (method === 'shutdown') this.#state = 'shut';
    return undefined;
  }
}

/** What a cancelled request is answered with. */
export const cancelled = {
  code: LSPErrorCodes.RequestCancelled,
  message: 'Cancelled.',
} as const;
