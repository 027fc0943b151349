import type { SourceReader } from '../app.js';
import type { Comment } from './comment.js';
import { ParsedFiles } from './deferred-facts.js';
import type { ModuleFacts } from './module-facts.js';

/** How one integration reads the source files of an app. Paths are relative to the app directory. */
export interface SourceHost extends Pick<SourceReader, 'text' | 'modules' | 'template'> {
  /** Parses a text; undefined where that fails. */
  parse(file: string, text: string): ModuleFacts | undefined;
  /** The facts of a file whose tree the integration holds, or that must not be read. */
  held?(file: string): ModuleFacts | 'none' | undefined;
  /** The comments of a text; see {@link SourceReader.comments}. */
  comments?(file: string, text: string): Iterable<Comment>;
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
      return text === undefined
        ? undefined
        : parsed.factsOf(file, text, () => host.parse(file, text));
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
