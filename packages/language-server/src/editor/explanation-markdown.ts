import {
  describeOutcome,
  describeReason,
  printable,
  reloadChanges,
  type Explanation,
  type NextTarget,
  type SlotFill,
} from '@next-slots/core';
import { pathOnDisk, type AppLocation } from '@next-slots/core/node';
import { uriOfPath } from '../file-uri.js';
import { escapeMarkdown, markdownTable } from '../language/markdown.js';

/** An explanation as Markdown; its files are links. */
export function explanationMarkdown(
  explanation: Explanation,
  { version, bundler }: NextTarget,
  location: AppLocation,
): string {
  const { url, route, kind, from, interceptedBy, hard, soft } = explanation;
  const answered = route === url ? '' : ` is answered by ${text(route)}`;
  const problem = describeOutcome(explanation);
  const blocks = [
    `# ${text(url)}${answered}`,
    `As Next ${version} with ${bundler} builds it.`,
    ...(problem === undefined ? [] : [`**${problem}**`]),
  ];
  if (kind === 'handler') return join([...blocks, 'It is a route handler and has no slots.']);

  const table = (fills: readonly SlotFill[]) =>
    markdownTable([
      ['Folder', 'Slot', 'Shows', 'File', 'Why'],
      ...fills.map((fill) => [
        text(fill.segment),
        text(fill.slot),
        fill.fill,
        file(fill, location),
        describeReason(fill, explanation),
      ]),
    ]);
  blocks.push('## On a fresh load', table(hard));
  if (from.length === 0) return join(blocks);

  const changes = reloadChanges(explanation).map(({ segment, slot, before, after }) => [
    text(segment),
    text(slot),
    before ? file(before, location) : 'not there',
    after ? file(after, location) : 'not there',
  ]);
  blocks.push(
    `## After ${from.map(text).join(', then ')}, by a link`,
    ...(interceptedBy === null ? [] : [`Intercepted by ${text(interceptedBy)}.`]),
    table(soft),
    '## What a reload then changes',
    changes.length === 0
      ? 'Nothing.'
      : markdownTable([['Folder', 'Slot', 'Before', 'After'], ...changes]),
  );
  return join(blocks);
}

function text(name: string): string {
  return escapeMarkdown(printable(name));
}

function file({ file: path }: SlotFill, location: AppLocation): string {
  if (path === null) return '**missing**';
  return `[${text(path)}](<${uriOfPath(pathOnDisk(location, path))}>)`;
}

function join(blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`;
}
