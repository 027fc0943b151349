import {
  addSlotProps,
  filePath,
  findNearestSegment,
  folderOf,
  isLayoutOf,
  scaffold,
  slotAt,
  type App,
  type Edit,
  type ScaffoldedFile,
  type Segment,
} from '@next-slots/core';
import type { SlotRequest } from './slot-request.js';

/** Something that can be done for the slots of a layout, or for the slot that a file lies in. */
export interface SlotRefactor {
  /** Stays the same while the folders do: `create dash/@team default`. */
  readonly name: string;
  readonly description: string;
  readonly edits: readonly Edit[];
}

const scaffolded: readonly ScaffoldedFile[] = ['default', 'loading', 'error'];

/**
 * Lists what can be done at a place: on the name of a slot for that slot, elsewhere in a layout for
 * all its slots, and in a file of a slot for that slot.
 */
export function* listSlotRefactors(request: SlotRequest, offset: number): Generator<SlotRefactor> {
  const app = request.open('slot-contents');
  const way = findNearestSegment(app.tree, folderOf(request.file));
  const named = slotAt(request.at(offset), 'slot-contents', () => app)?.slot;
  const isLayout = isLayoutOf(way.segment, request.file);
  if (isLayout && !named) yield* addingProps(request, way.segment);
  const around = [...way.ancestors, way.segment].findLast(({ name }) => name.kind === 'slot');
  const own = isLayout ? way.segment.slots : [];
  const slots = named ? [named] : own.length > 0 ? own : around ? [around] : [];
  for (const slot of slots) yield* creatingFiles(app, request.file, slot);
}

function* addingProps({ file, facts }: SlotRequest, owner: Segment): Generator<SlotRefactor> {
  const names = owner.slots.map(({ name }) => name.value);
  const edits = addSlotProps(file, facts, names);
  if (edits.length === 0) return;
  yield { name: 'add slot props', description: 'Add all missing slot props', edits };
}

function* creatingFiles(app: App, like: string, slot: Segment): Generator<SlotRefactor> {
  for (const convention of scaffolded) {
    if (filePath(slot, convention) !== undefined) continue;
    const edit = scaffold(app, {
      segment: slot,
      convention,
      like,
      template: app.settings.template ?? 'null',
    });
    if (!edit) continue;
    yield {
      name: `create ${slot.path} ${convention}`,
      description: `Create ${slot.name.raw}/${edit.file.slice(slot.path.length + 1)}`,
      edits: [edit],
    };
  }
}
