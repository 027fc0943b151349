import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { WirePosition, WireRange } from './lsp-client.js';

interface WireTextEdit {
  readonly range: WireRange;
  readonly newText: string;
}

interface WireOptions {
  readonly overwrite?: boolean;
  readonly ignoreIfExists?: boolean;
}

type WireChange =
  | { readonly kind: 'create'; readonly uri: string; readonly options?: WireOptions }
  | {
      readonly kind: 'rename';
      readonly oldUri: string;
      readonly newUri: string;
      readonly options?: WireOptions;
    }
  | {
      readonly kind?: undefined;
      readonly textDocument: { readonly uri: string; readonly version: number | null };
      readonly edits: readonly WireTextEdit[];
    };

/** A `WorkspaceEdit` as it stands on the wire. */
export interface WireWorkspaceEdit {
  readonly changes?: Readonly<Record<string, readonly WireTextEdit[]>>;
  readonly documentChanges?: readonly WireChange[];
}

/**
 * Does on disk what an edit says, change by change in its order, as an editor does.
 *
 * @throws where a change cannot be made: a file that exists would be overwritten, or is not there.
 */
export function applyWorkspaceEdit({ changes, documentChanges }: WireWorkspaceEdit): void {
  for (const [uri, edits] of Object.entries(changes ?? {})) applyToFile(uri, edits);
  for (const change of documentChanges ?? []) {
    if (change.kind === 'create') {
      createEmpty(change.uri, change.options);
    } else if (change.kind === 'rename') {
      const to = fileURLToPath(change.newUri);
      if (existsSync(to)) throw new Error(`${to} exists.`);
      renameSync(fileURLToPath(change.oldUri), to);
    } else {
      applyToFile(change.textDocument.uri, change.edits);
    }
  }
}

function createEmpty(uri: string, options: WireOptions = {}): void {
  const path = fileURLToPath(uri);
  if (options.overwrite === true) throw new Error(`${path} would be overwritten.`);
  writeFileSync(path, '', { flag: 'wx' });
}

function applyToFile(uri: string, edits: readonly WireTextEdit[]): void {
  const path = fileURLToPath(uri);
  writeFileSync(path, applyToText(readFileSync(path, 'utf8'), edits));
}

/** Applies edits that all refer to the given text. */
function applyToText(text: string, edits: readonly WireTextEdit[]): string {
  const placed = edits.map(({ range, newText }) => ({
    start: offsetOf(text, range.start),
    end: offsetOf(text, range.end),
    newText,
  }));
  placed.sort((a, b) => b.start - a.start || b.end - a.end);
  return placed.reduce(
    (changed, { start, end, newText }) => changed.slice(0, start) + newText + changed.slice(end),
    text,
  );
}

function offsetOf(text: string, { line, character }: WirePosition): number {
  const starts = [
    0,
    ...Array.from(text.matchAll(/\r\n|\n|\r/gu), (end) => end.index + end[0].length),
  ];
  return (starts[line] ?? text.length) + character;
}
