import {
  bundlerNames,
  describeOutcome,
  describeReason,
  markdownTable,
  markdownText,
  reloadChanges,
  type Explanation,
  type NextTarget,
  type SlotFill,
} from '@next-slots/core';

/** An explanation as Markdown. */
export function explanationMarkdown(
  explanation: Explanation,
  { version, bundler }: NextTarget,
): string {
  const { url, route, kind, from, interceptedBy, hard, soft } = explanation;
  const answered = route === url ? '' : ` is answered by ${markdownText(route)}`;
  const problem = describeOutcome(explanation);
  const blocks = [
    `# ${markdownText(url)}${answered}`,
    `Checked against Next.js ${version} (${bundlerNames[bundler]}).`,
    // A sentence of ours, whose code is marked as Markdown marks it.
    ...(problem === undefined ? [] : [`**${problem}**`]),
  ];
  const byHandler = 'A route handler answers this URL, so it has no slots.';
  if (kind === 'handler' && interceptedBy === null) return join([...blocks, byHandler]);

  const table = (fills: readonly SlotFill[]) =>
    markdownTable([
      ['Folder', 'Slot', 'Content', 'File', 'Why'],
      ...fills.map((fill) => [
        markdownText(fill.segment),
        markdownText(fill.slot),
        fill.fill,
        file(fill),
        markdownText(describeReason(fill, explanation)),
      ]),
    ]);
  blocks.push('## After a hard navigation', kind === 'handler' ? byHandler : table(hard));
  if (from.length === 0) return join(blocks);

  const changes = reloadChanges(explanation).map(({ segment, slot, before, after }) => [
    markdownText(segment),
    markdownText(slot),
    before ? file(before) : 'none',
    after ? file(after) : 'none',
  ]);
  blocks.push(
    `## After a soft navigation from ${from.map(markdownText).join(', then ')}`,
    ...(interceptedBy === null ? [] : [`Intercepted by ${markdownText(interceptedBy)}.`]),
    table(soft),
    '## What a reload changes',
    changes.length === 0
      ? 'Nothing.'
      : markdownTable([['Folder', 'Slot', 'Before', 'After'], ...changes]),
  );
  return join(blocks);
}

function file({ file: path }: SlotFill): string {
  return path === null ? '**missing**' : markdownText(path);
}

function join(blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`;
}
