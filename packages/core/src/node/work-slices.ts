import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds of work between two looks at what others want meanwhile. */
const slice = 8;

/** Says that nobody wants the work any more, as the language server protocol's tokens do. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
}

/** Cuts the work on a whole app into slices, so that no other request waits for all of it. */
export class WorkSlices {
  readonly #token: Cancellation;
  #end = performance.now() + slice;

  constructor(token: Cancellation) {
    this.#token = token;
  }

  /** Lets others go on where a slice is over, and says whether nobody wants the rest. */
  async isCancelled(): Promise<boolean> {
    if (performance.now() < this.#end) return false;
    await nextTurn();
    this.#end = performance.now() + slice;
    return this.#token.isCancellationRequested;
  }
}
