import {
  findSegment,
  folderOf,
  parseConventionFileName,
  scaffold,
  templateNames,
  type App,
  type CreateFile,
  type Finding,
  type ScaffoldedFile,
  type SuggestedEdit,
} from '@next-slots/core';

/** One way to repair a finding, in neutral edits. */
export interface Offer {
  readonly title: string;
  readonly edits: readonly SuggestedEdit[];
  /** True for what `next-slots fix` would do. */
  readonly isFix: boolean;
}

/** Every way to repair a finding: its fix, the same with other templates, and what a person chooses. */
export function offersFor(app: App, finding: Finding): Offer[] {
  const fix = finding.edits;
  return [
    ...(fix.length === 0 ? [] : [{ title: fixTitle(finding), edits: fix, isFix: true }]),
    ...otherTemplates(app, finding),
    ...finding.suggestions.map(({ message, edits }) => ({ title: message, edits, isFix: false })),
  ];
}

/** Which file is created says what a fix does; of changed words only the check does. */
function fixTitle({ check, slot, edits }: Finding): string {
  if (edits.some(({ kind }) => kind !== 'replaceText')) return titleOf(edits);
  return slot === null ? `Fix ${check}` : `Fix ${check} for ${slot}`;
}

/** What a default can show, in the words of a menu. */
const templateTitles = {
  null: 'that shows nothing',
  'not-found': 'that keeps the 404',
  mirror: 'that shows the slot’s page',
} as const satisfies Record<(typeof templateNames)[number], string>;

/** The same file made from each template that gives another text. */
function* otherTemplates(app: App, finding: Finding): Generator<Offer> {
  const [edit] = finding.edits;
  if (finding.edits.length !== 1 || edit?.kind !== 'createFile') return;
  const place = findSegment(app.tree, folderOf(edit.file));
  const convention = scaffoldedFile(app, edit);
  if (!place || convention === undefined) return;
  const seen = new Set([edit.text]);
  for (const template of templateNames) {
    const other = scaffold(app, {
      segment: place.segment,
      convention,
      like: finding.file,
      template,
    });
    if (!other || seen.has(other.text)) continue;
    seen.add(other.text);
    yield {
      title: `${titleOf([other])} ${templateTitles[template]}`,
      edits: [other],
      isFix: false,
    };
  }
}

function scaffoldedFile(app: App, { file }: CreateFile): ScaffoldedFile | undefined {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const convention = parseConventionFileName(name, app.tree.pageExtensions)?.convention;
  return convention === 'default' || convention === 'loading' || convention === 'error'
    ? convention
    : undefined;
}

/** What edits do, in the words of a menu. */
function titleOf(edits: readonly SuggestedEdit[]): string {
  const created = edits.flatMap((edit) => (edit.kind === 'createFile' ? [edit.file] : []));
  const changed = new Set(
    edits.flatMap((edit) => (edit.kind === 'replaceText' ? [edit.file] : [])),
  );
  const renamed = edits.flatMap((edit) =>
    edit.kind === 'renameFile' ? [`${edit.from} to ${edit.to}`] : [],
  );
  const parts = [
    ...(created.length > 0 ? [`create ${created.join(', ')}`] : []),
    ...(changed.size > 0 ? [`change ${[...changed].join(', ')}`] : []),
    ...(renamed.length > 0 ? [`rename ${renamed.join(', ')}`] : []),
  ];
  const title = parts.join(', ');
  return title.slice(0, 1).toUpperCase() + title.slice(1);
}
