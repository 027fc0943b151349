import {
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type RemoteConsole,
} from 'vscode-languageserver/node';

/**
 * Wraps the handlers of a session so that none of them ever takes the session down: a failure is one
 * line in the client's log, and the request is answered with what stands for "nothing to say".
 */
export class Guard {
  readonly #console: Pick<RemoteConsole, 'error'>;

  constructor(log: Pick<RemoteConsole, 'error'>) {
    this.#console = log;
  }

  /**
   * A request's handler. A {@link ResponseError} that it throws or returns is an answer and passes.
   *
   * @param nothing - The answer where the handler fails.
   */
  request<Params, Result>(
    name: string,
    nothing: Result,
    handle: (params: Params, token: CancellationToken) => Result | Promise<Result>,
  ): (params: Params, token: CancellationToken) => Promise<Result | ResponseError<never>> {
    return async (params, token) => {
      if (isCancelled(token)) return cancelledError();
      try {
        const result = await handle(params, token);
        return isCancelled(token) ? cancelledError() : result;
      } catch (error) {
        if (isAnswer(error)) return error;
        this.#log(name, error);
        return nothing;
      }
    };
  }

  /** A notification's or an event's handler. */
  notification<Params>(
    name: string,
    handle: (params: Params) => void | Promise<void>,
  ): (params: Params) => void {
    return (params) => {
      this.run(name, () => handle(params));
    };
  }

  /** Runs something that nobody waits for. */
  run(name: string, task: () => void | Promise<void>): void {
    void this.settled(name, (async () => task())());
  }

  /** Resolves when something is done, well or not. */
  async settled(name: string, running: Promise<void>): Promise<void> {
    try {
      await running;
    } catch (error) {
      this.#log(name, error);
    }
  }

  #log(name: string, error: unknown): void {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.#console.error(`${name} failed: ${detail.split('\n').slice(0, 3).join(' ')}`);
  }
}

/** Asked anew each time: it changes while a handler waits. */
function isCancelled(token: CancellationToken): boolean {
  return token.isCancellationRequested;
}

function isAnswer(error: unknown): error is ResponseError<never> {
  return error instanceof ResponseError;
}

function cancelledError(): ResponseError<never> {
  return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'Cancelled.');
}
