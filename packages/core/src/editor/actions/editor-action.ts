import type { SuggestedEdit } from '../../edits/edit.js';

/** Something that an editor offers to do. */
export interface EditorAction {
  /** What the menu shows. No two actions of one list bear the same. */
  readonly title: string;
  readonly edits: readonly SuggestedEdit[];
}

/** What a menu says of edits. */
export function titleOf(edits: readonly SuggestedEdit[]): string {
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
