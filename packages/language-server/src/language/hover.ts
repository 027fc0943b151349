import { hoverAt, markdownText } from '@next-slots/core';
import { MarkupKind, type Hover, type HoverParams } from 'vscode-languageserver/node';
import type { Session } from '../session/session.js';
import { cursorAt } from './cursor.js';
import { rangeIn } from './range.js';

/** What fills the slot under the cursor at which URLs. */
export function hover(session: Session, params: HoverParams): Hover | null {
  const cursor = cursorAt(session, params);
  if (!cursor || session.isPluginAtWork(cursor.place)) return null;
  const found = hoverAt(cursor.request, cursor.openApp);
  if (!found) return null;
  const { title, markdown } = found;
  return {
    contents: session.features.hoverMarkdown
      ? { kind: MarkupKind.Markdown, value: `**${markdownText(title)}**\n\n${markdown}` }
      : { kind: MarkupKind.PlainText, value: `${title}\n\n${markdown.replaceAll('`', '')}` },
    range: rangeIn(cursor.document, found.range),
  };
}
