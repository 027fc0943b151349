import {
  ParsedFiles,
  readSources,
  type Comment,
  type ModuleFacts,
  type SourceReader,
} from '@next-slots/core';
import { readText, statOf } from '@next-slots/core/node';
import type { OpenDocuments } from './open-documents.js';

/** Reads a source text. */
export interface SourceParser {
  read(path: string, text: string): ModuleFacts | undefined;
  comments(path: string, text: string): readonly Comment[];
}

/** So many texts are kept, and the facts of as many; what was read long ago makes room for the next. */
const capacity = 2000;

/**
 * Texts and facts of source files, by their paths on disk: open ones as the client has them, all others
 * as on disk.
 */
export function sourceFiles(documents: OpenDocuments, parser: SourceParser): SourceReader {
  const onDisk = new Map<string, { readonly stamp: string; readonly text: string | undefined }>();
  const text = (path: string) => {
    const document = documents.get(path);
    if (document) return document.getText();
    const stats = statOf(path);
    if (!stats?.isFile()) return undefined;
    const stamp = `${stats.mtimeNs} ${stats.size}`;
    const known = onDisk.get(path);
    if (known?.stamp === stamp) return known.text;
    const read = readText(path);
    onDisk.delete(path);
    onDisk.set(path, { stamp, text: read });
    const [oldest] = onDisk.size > capacity ? onDisk.keys() : [];
    if (oldest !== undefined) onDisk.delete(oldest);
    return read;
  };
  return readSources(
    {
      text,
      parse: (path, read) => parser.read(path, read),
      comments: (path, read) => parser.comments(path, read),
      template: text,
    },
    new ParsedFiles(capacity),
  );
}
