import type { App } from '../../app.js';
import { addSlotProps } from '../../edits/add-slot-props.js';
import { scaffold } from '../../edits/scaffold.js';
import { scaffoldedFiles } from '../../edits/templates.js';
import type { Edit } from '../../edits/edit.js';
import { isLayoutOf } from '../../routes/is-layout.js';
import type { Segment } from '../../routes/route-tree.js';
import { filePath, findNearestSegment, folderOf } from '../../routes/walk.js';
import type { CursorRequest, OpenApp } from '../completions/cursor-request.js';
import { slotAt } from '../slot-at.js';
import type { EditorAction } from './editor-action.js';

/** An action for the slots of a layout, or for the slot that a file lies in. */
export interface SlotRefactor extends EditorAction {
  readonly edits: readonly Edit[];
}

/**
 * What can be done at a place without anything being wrong: on the name of a slot for that slot,
 * elsewhere in a layout for all its slots, and in a file of a slot for that slot.
 */
export function slotRefactorsAt(request: CursorRequest, openApp: OpenApp): readonly SlotRefactor[] {
  const app = openApp('slot-contents');
  if (!app) return [];
  const { ancestors, segment } = findNearestSegment(app.tree, folderOf(request.file));
  const named = slotAt(request, 'slot-contents', () => app)?.slot;
  const isLayout = isLayoutOf(segment, request.file);
  const around = [...ancestors, segment].findLast(({ name }) => name.kind === 'slot');
  const own = isLayout ? segment.slots : [];
  const slots = named ? [named] : own.length > 0 ? own : around ? [around] : [];
  return [
    ...(isLayout && !named ? addingProps(request, segment) : []),
    ...slots.flatMap((slot) => creatingFiles(app, request.file, slot)),
  ];
}

function addingProps({ file, facts }: CursorRequest, owner: Segment): readonly SlotRefactor[] {
  const names = owner.slots.map(({ name }) => name.value);
  const edits = addSlotProps(file, facts, names);
  return edits.length === 0 ? [] : [{ title: 'Add all missing slot props', edits }];
}

function creatingFiles(app: App, like: string, slot: Segment): readonly SlotRefactor[] {
  return scaffoldedFiles.flatMap((convention) => {
    if (filePath(slot, convention) !== undefined) return [];
    const template = app.settings.template ?? 'null';
    const edit = scaffold(app, { segment: slot, convention, like, template });
    if (!edit) return [];
    const name = edit.file.slice(slot.path.length + 1);
    return { title: `Create ${slot.name.raw}/${name}`, edits: [edit] };
  });
}
