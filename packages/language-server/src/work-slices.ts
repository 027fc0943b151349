import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CancellationToken } from 'vscode-languageserver/node';

/** Milliseconds of work between two looks at what the client wants meanwhile. */
const slice = 8;

/** Cuts the work on a whole app into slices, so that no other request waits for all of it. */
export class WorkSlices {
  readonly #token: CancellationToken;
  #end = performance.now() + slice;

  constructor(token: CancellationToken) {
    this.#token = token;
  }

  /** Lets others go on where a slice is over, and says whether the client has cancelled. */
  async isCancelled(): Promise<boolean> {
    if (performance.now() < this.#end) return false;
    await nextTurn();
    this.#end = performance.now() + slice;
    return this.#token.isCancellationRequested;
  }
}
