import { completionsAt, describeCompletion, type CompletionEntry } from '@next-slots/core';
import * as v from 'valibot';
import {
  CompletionItemKind,
  MarkupKind,
  type CompletionItem,
  type CompletionParams,
} from 'vscode-languageserver/node';
import type { Session } from '../session/session.js';
import { cursorAt, type Cursor } from './cursor.js';
import { rangeIn } from './range.js';

/** The characters that open a list by themselves where one of our names fits. */
export const completionTriggers = ['{', ',', ' ', '.', '[', "'", '"', '`', '<', '/'];

/** What an item carries to find its details by. */
const itemData = v.object({
  path: v.string(),
  entry: v.union([v.object({ slot: v.string() }), v.object({ layout: v.string() })]),
});

type ItemData = v.InferOutput<typeof itemData>;

/** What can be completed at a place. */
export function completions(session: Session, params: CompletionParams): CompletionItem[] {
  const cursor = cursorAt(session, params);
  if (!cursor || !session.completesIn(cursor.place)) return [];
  return completionsAt(cursor.request, cursor.openApp)
    .filter(({ declared }) => !declared)
    .map((entry) => toItem(session, cursor, entry, params));
}

/** Adds the details of an item that the client selected. */
export function resolveCompletion(session: Session, item: CompletionItem): CompletionItem {
  const data: unknown = item.data;
  return v.is(itemData, data) ? { ...item, ...detailsOf(session, data) } : item;
}

const kinds = {
  slot: CompletionItemKind.Field,
  'slot-key': CompletionItemKind.Value,
  route: CompletionItemKind.Value,
} as const satisfies Record<CompletionEntry['kind'], CompletionItemKind>;

function toItem(
  session: Session,
  { document }: Cursor,
  entry: CompletionEntry,
  { textDocument, position }: CompletionParams,
): CompletionItem {
  const { insertReplace, resolves } = session.features.completion;
  const replace = rangeIn(document, entry.replace);
  const data: ItemData = { path: textDocument.uri, entry: entry.data };
  return {
    label: entry.name,
    kind: kinds[entry.kind],
    sortText: entry.sortText,
    filterText: entry.filterText,
    textEdit: insertReplace
      ? { newText: entry.insertText, insert: { start: replace.start, end: position }, replace }
      : { newText: entry.insertText, range: replace },
    ...(resolves.has('documentation') ? { data } : detailsOf(session, data)),
  };
}

function detailsOf(session: Session, { path, entry }: ItemData): Partial<CompletionItem> {
  const place = session.locate(path);
  const details = place && describeCompletion(session.workspace.open(place), entry);
  if (!details) return {};
  const { detail, documentation } = details;
  return {
    detail,
    documentation: session.features.completion.markdown
      ? { kind: MarkupKind.Markdown, value: documentation }
      : documentation,
  };
}
