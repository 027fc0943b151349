import type { ModuleFacts } from '@next-slots/core';
import { diskFiles, statOf } from '@next-slots/core/node';
import type { OpenDocuments } from './open-documents.js';

interface ReadModule {
  /** Tells one state of the text from the next. */
  readonly state: string;
  readonly facts: ModuleFacts | undefined;
}

/** Facts of so many files are kept; a file asked for long ago makes room for the next. */
const capacity = 4096;

/** Texts and facts of source files: open ones as the client has them, all others as on disk. */
export class SourceFiles {
  readonly #documents: OpenDocuments;
  readonly #read: (path: string, text: string) => ModuleFacts | undefined;
  readonly #modules = new Map<string, ReadModule>();

  /** @param read - Reads the facts of a text. */
  constructor(
    documents: OpenDocuments,
    read: (path: string, text: string) => ModuleFacts | undefined,
  ) {
    this.#documents = documents;
    this.#read = read;
  }

  /** The text of a file; undefined where it cannot be read. */
  text(path: string): string | undefined {
    return this.#documents.get(path)?.getText() ?? diskFiles.readFile(path);
  }

  /** What a file declares, read once for each state of its text. */
  facts(path: string): ModuleFacts | undefined {
    const state = this.#state(path);
    if (state === undefined) return undefined;
    const known = this.#modules.get(path);
    if (known?.state === state) return known.facts;
    const text = this.text(path);
    const facts = text === undefined ? undefined : this.#read(path, text);
    this.#modules.delete(path);
    this.#modules.set(path, { state, facts });
    if (this.#modules.size > capacity) this.#forgetOldest();
    return facts;
  }

  #forgetOldest(): void {
    const [oldest] = this.#modules.keys();
    if (oldest !== undefined) this.#modules.delete(oldest);
  }

  #state(path: string): string | undefined {
    const document = this.#documents.get(path);
    if (document) return `open ${document.version}`;
    const stats = statOf(path);
    return stats?.isFile() ? `disk ${stats.mtimeNs} ${stats.size}` : undefined;
  }
}
