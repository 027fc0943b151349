import {
  describeOutcome,
  describeReason,
  printable,
  reloadChanges,
  type Explanation,
  type NextTarget,
  type SlotFill,
} from '@next-slots/core';
import { escapeMarkdown, markdownTable } from '../language/markdown.js';

/** An explanation as Markdown. */
export function explanationMarkdown(
  explanation: Explanation,
  { version, bundler }: NextTarget,
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
        file(fill),
        describeReason(fill, explanation),
      ]),
    ]);
  blocks.push('## On a fresh load', table(hard));
  if (from.length === 0) return join(blocks);

  const changes = reloadChanges(explanation).map(({ segment, slot, before, after }) => [
    text(segment),
    text(slot),
    before ? file(before) : 'not there',
    after ? file(after) : 'not there',
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

function file({ file: path }: SlotFill): string {
  return path === null ? '**missing**' : text(path);
}

function join(blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`;
}
