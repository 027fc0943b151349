import type { SourceReader } from '../app.js';
import type { TextRange } from './text-range.js';

/** The code of a range, as it stands in its file: for a message that quotes it. */
export function codeAt(sources: SourceReader, file: string, { start, end }: TextRange): string {
  return sources.text(file)?.slice(start, end) ?? '';
}
