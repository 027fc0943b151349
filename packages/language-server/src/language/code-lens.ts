import { filePath, type Segment } from '@next-slots/core';
import { pathOnDisk } from '@next-slots/core/node';
import type { CodeLens, CodeLensParams, Range } from 'vscode-languageserver/node';
import { openFileCommand, showUrlsCommand } from '../actions/commands.js';
import type { Session } from '../session/session.js';
import { openLayout, type OpenLayout } from './open-layout.js';
import { rangeIn } from './range.js';
import { urlTable } from './url-table.js';

/** Above a layout's component: each slot's page and default, and how many URLs pass through it. */
export function codeLenses(session: Session, params: CodeLensParams): CodeLens[] {
  const open = openLayout(session, params.textDocument.uri);
  if (!open?.place.settings.codeLens || open.segment.slots.length === 0) return [];
  const at = open.facts.defaultExport?.nameRange ?? { start: 0, end: 0 };
  const range = rangeIn(open.document, at);
  const { urls } = urlTable(open.app, open.segment);
  const title = urls === 1 ? '1 URL' : `${urls} URLs`;
  return [
    ...open.segment.slots.flatMap((slot) => [...slotLenses(open, slot, range)]),
    { range, command: showUrlsCommand(title, params.textDocument.uri) },
  ];
}

function* slotLenses({ place }: OpenLayout, slot: Segment, range: Range): Generator<CodeLens> {
  for (const convention of ['page', 'default'] as const) {
    const file = filePath(slot, convention);
    const title = `${slot.name.raw} ${file === undefined ? `has no ${convention}` : convention}`;
    yield {
      range,
      command:
        file === undefined
          ? { title, command: '' }
          : openFileCommand(title, pathOnDisk(place.location, file)),
    };
  }
}
