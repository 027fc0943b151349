import { isScript, type ModuleFacts, type SourceReader } from '@next-slots/core';
import { pathOnDisk, readTemplate, readText } from '@next-slots/core/node';
import type { LintContext } from './lint-session.js';
import type { LintedFile } from './linted-file.js';
import type { LintedPages } from './linted-pages.js';
import type { SourceFacts } from './source-facts.js';

/** The linted file as ESLint holds it, and every other file as it is on disk. */
export class LintSources implements SourceReader {
  readonly #linted: LintedFile;
  readonly #context: LintContext;
  readonly #facts: SourceFacts;
  readonly #pages: LintedPages;
  /** The texts of other files, of which several rules read the same ones. */
  readonly #texts = new Map<string, string | undefined>();

  constructor(linted: LintedFile, context: LintContext, facts: SourceFacts, pages: LintedPages) {
    this.#linted = linted;
    this.#context = context;
    this.#facts = facts;
    this.#pages = pages;
  }

  text(file: string): string | undefined {
    if (file === this.#linted.path) return this.#context.sourceCode.text;
    if (this.#texts.has(file)) return this.#texts.get(file);
    const page = this.#pages.get(this.#linted, file);
    const text = page?.text ?? readText(pathOnDisk(this.#linted.location, file));
    this.#texts.set(file, text);
    return text;
  }

  facts(file: string): ModuleFacts | undefined {
    const { filename, physicalFilename } = this.#context;
    if (file === this.#linted.path) {
      // A block of code that a processor took out of the file does not speak for it.
      return filename === physicalFilename && isScript(file)
        ? this.#facts.ofLinted(filename, this.#context.sourceCode)
        : undefined;
    }
    const text = isScript(file) ? this.text(file) : undefined;
    if (text === undefined) return undefined;
    const path = pathOnDisk(this.#linted.location, file);
    const source = this.#pages.get(this.#linted, file)?.source.deref();
    if (source) return this.#facts.ofLinted(path, source);
    return this.#facts.ofOther(path, text, this.#context);
  }

  template(path: string): string | undefined {
    return readTemplate(this.#linted.location, path);
  }
}
