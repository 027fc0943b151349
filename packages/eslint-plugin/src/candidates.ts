import { candidateFiles, type App, type Check } from '@next-slots/core';

/**
 * From so many linted files on, a list of the files worth a look is made for each rule. An editor that
 * lints one file now and then, and a run under `--fix` that changes the app with every other file, do
 * better without.
 */
const many = 50;

/** The files of an app, as long as it stays as it is, in which rules can find something. */
export class Candidates {
  #files = 0;
  readonly #listed = new Set<Check>();
  readonly #checks = new Map<string, Set<Check>>();

  /** Takes note that another file of the app is linted. */
  count(): void {
    this.#files += 1;
  }

  /** Whether a check surely finds nothing in a file, whose path is relative to the app directory. */
  exclude(check: Check, file: string): boolean {
    return this.#listed.has(check) && this.#checks.get(file)?.has(check) !== true;
  }

  /** Lists the files of a check, if there is time to be won. */
  list(check: Check, app: App, options: object): void {
    if (this.#files < many || this.#listed.has(check)) return;
    const files = candidateFiles(check, app, options);
    if (!files) return;
    this.#listed.add(check);
    for (const file of files) {
      const checks = this.#checks.get(file);
      if (checks) checks.add(check);
      else this.#checks.set(file, new Set([check]));
    }
  }
}
