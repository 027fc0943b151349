import type { App } from '../../app.js';
import { disableForLine } from '../../edits/disable-for-line.js';
import { scaffold } from '../../edits/scaffold.js';
import { scaffoldedFiles, templateNames } from '../../edits/templates.js';
import { conventionOf } from '../../routes/convention-files.js';
import { findSegment, folderOf } from '../../routes/walk.js';
import type { Finding } from '../../rules/engine/finding.js';
import { titleOf, type EditorAction } from './editor-action.js';

/** An action that settles a finding. */
export interface QuickFix extends EditorAction {
  /**
   * - `fix`: what `next-slots fix` does.
   * - `choice`: another fix, which a person has to choose.
   * - `disable`: a comment that silences the finding.
   */
  readonly kind: 'fix' | 'choice' | 'disable';
}

/**
 * Everything that settles a finding: its fix, the same with other templates, what a person has to
 * choose, and at last the comment that silences it.
 */
export function quickFixesFor(app: App, finding: Finding): readonly QuickFix[] {
  const { edits, suggestions } = finding;
  const fixes: QuickFix[] =
    edits.length === 0 ? [] : [{ kind: 'fix', title: fixTitle(finding), edits }];
  const choices = suggestions.map(({ message, edits }): QuickFix => ({
    kind: 'choice',
    title: message,
    edits,
  }));
  return [...fixes, ...otherTemplates(app, finding), ...choices, ...disabling(app, finding)];
}

/** Which file is created says what a fix does; of changed text only the check does. */
function fixTitle({ check, slot, edits }: Finding): string {
  if (edits.some(({ kind }) => kind !== 'replaceText')) return titleOf(edits);
  return slot === null ? `Fix ${check}` : `Fix ${check} for ${slot}`;
}

function disabling(app: App, { check, file, range }: Finding): readonly QuickFix[] {
  const text = app.sources.text(file);
  const rule = `next-slots/${check}`;
  const edit = text === undefined ? undefined : disableForLine(file, text, range.start.line, rule);
  return edit ? [{ kind: 'disable', title: `Disable ${rule} for this line`, edits: [edit] }] : [];
}

/** What a default renders, for the menu. */
const templateTitles = {
  null: 'that renders nothing',
  'not-found': 'that keeps the 404',
  mirror: 'that renders the slot’s page',
} as const satisfies Record<(typeof templateNames)[number], string>;

/** The same file made from each template that gives another text. */
function* otherTemplates(app: App, finding: Finding): Generator<QuickFix> {
  const [edit] = finding.edits;
  if (finding.edits.length !== 1 || edit?.kind !== 'createFile') return;
  const place = findSegment(app.tree, folderOf(edit.file));
  const convention = scaffoldedFiles.find((each) => each === conventionOf(edit.file));
  if (!place || convention === undefined) return;
  const seen = new Set([edit.text]);
  for (const template of templateNames) {
    const { segment } = place;
    const other = scaffold(app, { segment, convention, like: finding.file, template });
    if (!other || seen.has(other.text)) continue;
    seen.add(other.text);
    yield {
      kind: 'choice',
      title: `${titleOf([other])} ${templateTitles[template]}`,
      edits: [other],
    };
  }
}
