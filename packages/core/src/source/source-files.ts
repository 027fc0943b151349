import type { SourceReader } from '../app.js';
import type { Comment } from './comment.js';
import { DeferredFacts } from './deferred-facts.js';
import type { DefaultExportFacts, ModuleFacts } from './module-facts.js';
import { nothingKnown, withoutTree } from './read-facts.js';

/** How one integration reads the source files of an app. Paths are relative to the app directory. */
export interface SourceHost extends Pick<SourceReader, 'text' | 'modules' | 'template'> {
  /** Parses a text; undefined where that fails. */
  parse(file: string, text: string): ModuleFacts | undefined;
  /** The facts of a file whose tree the integration holds, or that nobody shall read. */
  held?(file: string): ModuleFacts | 'none' | undefined;
  /** The comments of a text; see {@link SourceReader.comments}. */
  comments?(file: string, text: string): Iterable<Comment>;
  /** What a text exports by default, where that can be told without parsing it. */
  defaultExport?(text: string): DefaultExportFacts | undefined;
}

/** Facts of parsed texts: many files of an app say the same. */
export class ParsedFiles {
  readonly #capacity: number;
  /** By extension, then by text. */
  readonly #facts = new Map<string, Map<string, ModuleFacts>>();

  /** @param capacity - So many of an extension are kept; one made long ago makes room for the next. */
  constructor(capacity = Infinity) {
    this.#capacity = capacity;
  }

  get(file: string, text: string): ModuleFacts | undefined {
    return this.#facts.get(extensionOf(file))?.get(text);
  }

  set(file: string, text: string, facts: ModuleFacts): void {
    const extension = extensionOf(file);
    const known = this.#facts.get(extension) ?? new Map<string, ModuleFacts>();
    this.#facts.set(extension, known.set(text, facts));
    const [oldest] = known.size > this.#capacity ? known.keys() : [];
    if (oldest !== undefined) known.delete(oldest);
  }
}

function extensionOf(file: string): string {
  return file.slice(file.lastIndexOf('.'));
}

/**
 * Reads the source files of an app for its checks, and parses a file only for what its text does not show.
 *
 * @param parsed - Keeps what was parsed, also from one reader to the next.
 */
export function readSources(host: SourceHost, parsed = new ParsedFiles()): SourceReader {
  return {
    text: (file) => host.text(file),
    facts(file) {
      if (!isModuleName(file)) return undefined;
      const held = host.held?.(file);
      if (held) return held === 'none' ? undefined : held;
      const text = host.text(file);
      const known = text === undefined ? undefined : parsed.get(file, text);
      if (known || text === undefined) return known;
      return new DeferredFacts(text, {
        parse() {
          const facts = host.parse(file, text);
          const read = facts ? withoutTree(facts, text) : nothingKnown(text);
          parsed.set(file, text, read);
          return read;
        },
        defaultExport: () => host.defaultExport?.(text),
      });
    },
    template: (path) => host.template(path),
    ...(host.comments && {
      comments: (file) => host.comments?.(file, host.text(file) ?? '') ?? [],
    }),
    ...(host.modules && { modules: () => host.modules?.() ?? [] }),
  };
}

/** Files that can hold code; declarations hold none. */
const moduleName = /(?<!\.d)\.[cm]?[jt]sx?$/u;

/** Whether a file can hold code, by its name. */
export function isModuleName(name: string): boolean {
  return moduleName.test(name);
}
