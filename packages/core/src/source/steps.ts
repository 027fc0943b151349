/**
 * How many steps reading one module may take. A step is a name that is resolved, a type that is followed,
 * a node that is looked at, a piece of text that is scanned or a fact that is noted, wherever the size of
 * the text alone does not bound how often that happens. Steps are counted instead of milliseconds, so that
 * a text gives the same facts on every machine.
 *
 * Layouts that people write take some hundreds, a layout of a hundred props, each used nine times inside of
 * ten elements and conditions, 90,000. A million take half a second.
 */
export const mostSteps = 1_000_000;

/**
 * How deep code may be nested: less than the stack holds of any reader, so that none of them comes to its
 * end before the others.
 */
export const deepestNesting = 1000;

/** What one module may still cost to read. Whoever spends more than that knows nothing of the module. */
export class Steps {
  #left: number;

  constructor(most = mostSteps) {
    this.#left = most;
  }

  /** @throws TooManySteps where fewer are left. */
  spend(steps = 1): void {
    this.#left -= steps;
    if (this.#left < 0) throw new TooManySteps();
  }
}

/** Thrown where reading a module takes too long, or too much of the stack. Its facts are unknown then. */
export class TooManySteps extends Error {}
