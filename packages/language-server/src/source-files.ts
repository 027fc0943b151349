import type { Comment, ModuleFacts } from '@next-slots/core';
import { diskFiles, statOf } from '@next-slots/core/node';
import type { OpenDocuments } from './open-documents.js';

interface ReadModule {
  /** Tells one state of the text from the next. */
  readonly state: string;
  readonly facts: ModuleFacts | undefined;
}

/** Reads a source text. */
export interface SourceParser {
  read(path: string, text: string): ModuleFacts | undefined;
  comments(path: string, text: string): readonly Comment[];
}

/** Facts of so many files are kept; a file asked for long ago makes room for the next. */
const capacity = 4096;

/** Texts and facts of source files: open ones as the client has them, all others as on disk. */
export class SourceFiles {
  readonly #documents: OpenDocuments;
  readonly #parser: SourceParser;
  readonly #modules = new Map<string, ReadModule>();

  constructor(documents: OpenDocuments, parser: SourceParser) {
    this.#documents = documents;
    this.#parser = parser;
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
    const facts = text === undefined ? undefined : this.#parser.read(path, text);
    this.#modules.delete(path);
    this.#modules.set(path, { state, facts });
    if (this.#modules.size > capacity) this.#forgetOldest();
    return facts;
  }

  /** The comments of a file. Few are asked for theirs, and none is kept. */
  comments(path: string): readonly Comment[] {
    const text = this.text(path);
    return text === undefined ? [] : this.#parser.comments(path, text);
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
