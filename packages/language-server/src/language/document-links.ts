import {
  slotFiles,
  slotUsesIn,
  type PropFacts,
  type Segment,
  type TextRange,
} from '@next-slots/core';
import { pathOnDisk } from '@next-slots/core/node';
import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver/node';
import type { Session } from '../session/session.js';
import { openLayout, type OpenLayout } from './open-layout.js';
import { rangeIn } from './range.js';

/** Leads from the words that name a slot to its files: from a key to its page, from a type to its default. */
export function documentLinks(session: Session, params: DocumentLinkParams): DocumentLink[] {
  const open = openLayout(session, params.textDocument.uri);
  if (!open?.place.settings.documentLinks) return [];
  return open.segment.slots.flatMap((slot) => linksTo(session, open, slot));
}

function linksTo(session: Session, open: OpenLayout, slot: Segment): DocumentLink[] {
  const files = slotFiles(slot);
  const [first] = files;
  const fallback = files.find((file) => /(?:^|\/)default\.[^/]+$/u.test(file)) ?? first;
  if (first === undefined || fallback === undefined) return [];
  const prop = open.facts.component?.props.find(({ name }) => name === slot.name.value);
  const declared = new Set(prop ? declarationKeys(prop).map(({ start }) => start) : []);
  return slotUsesIn(open, slot).map((range) => {
    const file = declared.has(range.start) ? fallback : first;
    return {
      range: rangeIn(open.document, range),
      target: session.documents.uriOf(pathOnDisk(open.place.location, file)),
      tooltip: file,
    };
  });
}

function declarationKeys({ declarations }: PropFacts): TextRange[] {
  return declarations.flatMap(({ key }) => (key ? [key] : []));
}
