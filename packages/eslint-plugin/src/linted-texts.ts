import type { LintedFile } from './linted-file.js';

/** How many texts are kept at least: more than the slots of one layout have pages. */
const many = 500;

/**
 * The texts of the pages in slots that a run has linted lately. A layout is judged by the pages of its
 * slots, and ESLint, which goes through files by name, has had `@team/page.tsx` before `layout.tsx`: so
 * nearly none of them has to be read again.
 */
export class LintedTexts {
  #latest = new Map<string, string>();
  #before = new Map<string, string>();

  keep({ location, path, convention }: LintedFile, text: string): void {
    if (convention !== 'page' || !path.includes('@')) return;
    if (this.#latest.size === many) {
      this.#before = this.#latest;
      this.#latest = new Map();
    }
    this.#latest.set(keyOf(location.appDir, path), text);
  }

  /** @param path - Relative to the app directory that a linted file lies in. */
  get({ location }: LintedFile, path: string): string | undefined {
    const key = keyOf(location.appDir, path);
    return this.#latest.get(key) ?? this.#before.get(key);
  }
}

function keyOf(appDir: string, path: string): string {
  return `${appDir}:${path}`;
}
