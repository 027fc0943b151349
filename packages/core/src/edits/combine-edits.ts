import type { App } from '../app.js';
import { editsConflict } from './apply-text-edits.js';
import type { CreateFile, Edit, ReplaceText } from './edit.js';
import { spoils } from './spoils.js';

/** What can be applied in one go. */
export interface CombinedEdits {
  /** By file, one for each. */
  readonly create: readonly CreateFile[];
  /** By file, in the order given; no two edits of a file conflict. */
  readonly replace: ReadonlyMap<string, readonly ReplaceText[]>;
  /**
   * How many groups had to wait, since they touch what another group edits. They are to be computed
   * anew after the others are applied.
   */
  readonly postponed: number;
}

/**
 * Puts the edits of many findings together. A group is taken whole or not at all, and the first to
 * touch a piece of text wins; the same edit asked for twice is one edit.
 *
 * @param app - What the edits are for. A group is left out that would make the app worse together with
 *   those before it, however right each is alone.
 */
export function combineEdits(groups: Iterable<readonly Edit[]>, app?: App): CombinedEdits {
  const all = [...groups];
  const combined = combine(all, () => true);
  return app && spoils(app, combined.create)
    ? combine(all, (before, more) => !spoils(app, [...before, ...more]))
    : combined;
}

function combine(
  groups: readonly (readonly Edit[])[],
  accepts: (before: Iterable<CreateFile>, more: readonly CreateFile[]) => boolean,
): CombinedEdits {
  const create = new Map<string, CreateFile>();
  const replace = new Map<string, ReplaceText[]>();
  let postponed = 0;
  for (const group of groups) {
    const created = group.filter((edit) => edit.kind === 'createFile');
    if (
      !group.every((edit) => fits(edit, create, replace)) ||
      (created.length > 0 && !accepts(create.values(), created))
    ) {
      postponed += 1;
      continue;
    }
    for (const edit of group) {
      if (edit.kind === 'createFile') {
        create.set(edit.file, edit);
      } else {
        const ofFile = replace.get(edit.file) ?? [];
        if (!ofFile.some((other) => isSame(other, edit))) ofFile.push(edit);
        replace.set(edit.file, ofFile);
      }
    }
  }
  return { create: [...create.values()], replace, postponed };
}

function fits(
  edit: Edit,
  create: ReadonlyMap<string, CreateFile>,
  replace: ReadonlyMap<string, readonly ReplaceText[]>,
): boolean {
  if (edit.kind === 'createFile') {
    const other = create.get(edit.file);
    return other === undefined || other.text === edit.text;
  }
  const others = replace.get(edit.file) ?? [];
  return others.every((other) => isSame(other, edit) || !editsConflict(other, edit));
}

function isSame(a: ReplaceText, b: ReplaceText): boolean {
  return a.range.start === b.range.start && a.range.end === b.range.end && a.text === b.text;
}
