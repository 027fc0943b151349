import type { Readable } from 'node:stream';
import {
  AbstractMessageReader,
  ErrorCodes,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageReader,
} from 'vscode-languageserver/node';
import { FrameScanner } from './frame-scanner.js';

/** The answer to something that cannot be passed on to a handler. */
export interface Refusal {
  readonly id: string | number | null;
  readonly code: number;
  readonly message: string;
}

/** What becomes of a message: it goes on to its handler, it is dropped, or it is rejected. */
export type Admission = 'pass' | 'drop' | Refusal;

/**
 * Reads messages from a stream and survives whatever else it carries. What is no message at all, and
 * what nobody would answer, is rejected at once.
 */
export class ResilientReader extends AbstractMessageReader implements MessageReader {
  readonly #input: Readable;
  readonly #admit: (message: object) => Admission;
  readonly #refuse: (refusal: Refusal) => void;

  /** @param admit - Says whether a message fits the state of the session. */
  constructor(
    input: Readable,
    admit: (message: object) => Admission,
    refuse: (refusal: Refusal) => void,
  ) {
    super();
    this.#input = input;
    this.#admit = admit;
    this.#refuse = refuse;
  }

  listen(callback: DataCallback): Disposable {
    const scanner = new FrameScanner();
    const onData = (chunk: Buffer) => {
      for (const frame of scanner.push(chunk)) {
        if (frame.kind === 'message') this.#pass(frame.message, callback);
        else this.#refuse({ id: null, code: ErrorCodes.ParseError, message: 'Not a message.' });
      }
    };
    const onError = (error: Error) => {
      this.fireError(error);
    };
    const onClose = () => {
      this.fireClose();
    };
    this.#input.on('data', onData).on('error', onError).on('close', onClose);
    return {
      dispose: () => {
        this.#input.off('data', onData).off('error', onError).off('close', onClose);
      },
    };
  }

  #pass(message: unknown, callback: DataCallback): void {
    const admission = isMessage(message)
      ? this.#admit(message)
      : { id: idOf(message), code: ErrorCodes.InvalidRequest, message: 'Not a request.' };
    if (admission === 'pass') this.#deliver(message as Message, callback);
    else if (admission !== 'drop') this.#refuse(admission);
  }

  /** The library looks into some messages at once, and trusts what it finds there. */
  #deliver(message: Message, callback: DataCallback): void {
    try {
      callback(message);
    } catch (error) {
      this.fireError(error instanceof Error ? error : new Error(String(error)));
    }
  }
}

/** Whether the connection knows what to do with it: a request, a notification or a response. */
function isMessage(message: unknown): message is object {
  if (typeof message !== 'object' || message === null || Array.isArray(message)) return false;
  const hasId = 'id' in message && message.id !== undefined;
  if ('method' in message) {
    if (typeof message.method !== 'string' || !hasParams(message)) return false;
    return !hasId || isId(message.id);
  }
  return hasId && (message.id === null || isId(message.id)) && isOutcome(message);
}

/** JSON-RPC knows parameters by name or by position, and none. */
function hasParams(message: object): boolean {
  if (!('params' in message)) return true;
  return message.params === undefined || typeof message.params === 'object';
}

function isOutcome(message: object): boolean {
  return 'result' in message || ('error' in message && typeof message.error === 'object');
}

function isId(id: unknown): id is string | number {
  return typeof id === 'string' || typeof id === 'number';
}

function idOf(message: unknown): string | number | null {
  if (typeof message !== 'object' || message === null || !('id' in message)) return null;
  return isId(message.id) ? message.id : null;
}
