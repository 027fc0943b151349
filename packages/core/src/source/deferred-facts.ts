import { mentions } from './mentions.js';
import type { DefaultExportFacts, ModuleFacts } from './module-facts.js';

/** How the facts of a text are found. */
export interface TextReader {
  /** Parses the text. */
  parse(): ModuleFacts;
  /** What the text exports by default, where that can be told without parsing it. */
  defaultExport(): DefaultExportFacts | undefined;
}

/**
 * The facts of a text that is not parsed yet: it is parsed for the first fact that asks for more than a
 * look at its words.
 */
export class DeferredFacts implements ModuleFacts {
  readonly #text: string;
  readonly #reader: TextReader;
  #known: ModuleFacts | undefined;

  constructor(text: string, reader: TextReader) {
    this.#text = text;
    this.#reader = reader;
  }

  get #parsed(): ModuleFacts {
    return (this.#known ??= this.#reader.parse());
  }

  get partial() {
    return this.#parsed.partial;
  }

  get tooComplex() {
    return this.#parsed.tooComplex;
  }

  get directives() {
    return this.#parsed.directives;
  }

  get imports() {
    return this.#parsed.imports;
  }

  get exports() {
    return this.#parsed.exports;
  }

  get defaultExport() {
    const told = this.#known ? undefined : this.#reader.defaultExport();
    return told ?? this.#parsed.defaultExport;
  }

  get component() {
    return this.#parsed.component;
  }

  get slotKeys() {
    return mentions(this.#text, 'slotKeys') ? this.#parsed.slotKeys : [];
  }

  get routeTypes() {
    return mentions(this.#text, 'routeTypes') ? this.#parsed.routeTypes : [];
  }

  get asyncWork() {
    return mentions(this.#text, 'asyncWork') ? this.#parsed.asyncWork : [];
  }

  get segmentConfig() {
    return mentions(this.#text, 'segmentConfig') ? this.#parsed.segmentConfig : [];
  }

  get metadataKeys() {
    return mentions(this.#text, 'metadataKeys') ? this.#parsed.metadataKeys : [];
  }

  get leadsAway() {
    return mentions(this.#text, 'leadsAway') && this.#parsed.leadsAway;
  }

  get style() {
    return this.#parsed.style;
  }

  get names() {
    return this.#parsed.names;
  }

  get taken() {
    return this.#parsed.taken;
  }
}
