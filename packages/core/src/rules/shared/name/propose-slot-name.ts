import type { App } from '../../../app.js';
import { variableFor } from '../../../edits/property-name.js';
import { renameSlotIn } from '../../../edits/slot-references.js';
import type { Segment } from '../../../routes/route-tree.js';
import { filePath, joinPath } from '../../../routes/walk.js';
import type { Suggestion } from '../../engine/finding.js';
import { whyNameIsLost } from '../../../next/slot-name.js';

/** A better name for a slot folder and the edits that give it. */
export interface ProposedName {
  /** With its `@`: `@dataGrid`. */
  readonly name: string;
  readonly suggestions: readonly Suggestion[];
}

/** Proposes a name that every bundler builds: `@dataGrid` for `@data-grid`. */
export function proposeSlotName(app: App, owner: Segment, slot: Segment): ProposedName {
  const taken = new Set(owner.slots.map(({ name }) => name.value.toLowerCase()));
  const cannotBe = (each: string) =>
    taken.has(each.toLowerCase()) || each === 'children' || whyNameIsLost(each) !== undefined;
  const value = variableFor(slot.name.value, cannotBe);
  const to = joinPath(owner.path, `@${value}`);
  return {
    name: `@${value}`,
    suggestions: [
      {
        message: `Rename ${slot.path} to ${to}, and the prop in its layout`,
        edits: [
          ...renameInLayout(app, owner, slot, value),
          { kind: 'renameFile', from: slot.path, to },
        ],
      },
    ],
  };
}

function renameInLayout(app: App, owner: Segment, slot: Segment, value: string) {
  const file = filePath(owner, 'layout');
  const text = file === undefined ? undefined : app.sources.text(file);
  const facts = file === undefined ? undefined : app.sources.facts(file);
  if (file === undefined || text === undefined || facts === undefined) return [];
  return renameSlotIn({ app, file, text, facts }, slot, value);
}
