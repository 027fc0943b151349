import type { TSESLint } from '@typescript-eslint/utils';
import type { LintedFile } from './linted-file.js';

/** How many files are kept at least: more than the slots of one layout have. */
const many = 500;

/** How many parsed trees are kept for sure: those of the slots of one layout, which is asked next. */
const treesKept = 16;

/** A file as ESLint has read it. */
export interface LintedPage {
  readonly text: string;
  /** With the parsed tree, as long as that is not thrown away: many of them would fill the memory. */
  readonly source: WeakRef<TSESLint.SourceCode>;
}

/**
 * The pages, defaults and layouts in slots that a run has linted lately. A layout is judged by those, and
 * ESLint, which goes through files by name, has had `@team/page.tsx` before `layout.tsx`: so nearly none
 * of them has to be read and parsed again.
 */
export class LintedPages {
  #latest = new Map<string, LintedPage>();
  #before = new Map<string, LintedPage>();
  readonly #trees: TSESLint.SourceCode[] = [];

  keep({ location, path, convention }: LintedFile, source: TSESLint.SourceCode): void {
    if (!isKept(convention) || !path.includes('@')) return;
    if (this.#latest.size === many) {
      this.#before = this.#latest;
      this.#latest = new Map();
    }
    this.#trees.push(source);
    if (this.#trees.length > treesKept) this.#trees.shift();
    const page = { text: source.text, source: new WeakRef(source) };
    this.#latest.set(keyOf(location.appDir, path), page);
  }

  /** @param path - Relative to the app directory that a linted file lies in. */
  get({ location }: LintedFile, path: string): LintedPage | undefined {
    const key = keyOf(location.appDir, path);
    return this.#latest.get(key) ?? this.#before.get(key);
  }
}

/** Boundaries and templates of slots, no rule reads at another file. */
function isKept(convention: LintedFile['convention']): boolean {
  return convention === 'page' || convention === 'default' || convention === 'layout';
}

function keyOf(appDir: string, path: string): string {
  return `${appDir}:${path}`;
}
