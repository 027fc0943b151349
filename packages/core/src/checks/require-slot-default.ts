import * as v from 'valibot';
import { scaffold } from '../edits/scaffold.js';
import type { Segment } from '../tree/route-tree.js';
import { joinPath } from '../tree/walk.js';
import { anchorOf, slotRange } from './anchor.js';
import { defineCheck, type CheckContext, type Problem } from './check.js';
import { scaffoldOptions, templateOf } from './scaffold-options.js';

type MessageId = 'missing' | 'misspelled' | 'brokenLink' | 'notAFile';

/** Every `@slot` folder needs a default file, whether or not something breaks today. */
export const requireSlotDefault = defineCheck({
  name: 'require-slot-default',
  description: 'Require a default file in every slot',
  presets: { recommended: 'error', strict: 'error' },
  messages: {
    missing:
      'Slot {{slot}} of {{segment}} has no default file. {{consequence}} Create {{file}} (`npx next-slots fix` or `eslint --fix` does it).',
    misspelled:
      'Slot {{slot}} of {{segment}} has no default file: Next does not see {{name}}, since letter case counts. Rename it to {{file}}. {{consequence}}',
    brokenLink:
      'Slot {{slot}} of {{segment}} has no default file: {{file}} is a symbolic link that leads nowhere. Give it a target or remove it. {{consequence}}',
    notAFile:
      'Slot {{slot}} of {{segment}} has no default file: {{file}} is not a file. Move it away. {{consequence}}',
  },
  options: v.strictObject(scaffoldOptions),
  fixable: true,
  hasSuggestions: true,
  anchors: 'convention-files',
  *run(context) {
    const owner = context.segment;
    for (const slot of owner.slots) {
      if (slot.files.default !== undefined) continue;
      const file = anchorOf(owner, slot);
      if (file === undefined || !context.wants(file)) continue;
      yield {
        impact: 'future',
        file,
        range: slotRange(context.app, file, slot),
        slot: slot.name.raw,
        urls: [],
        ...describe(context, slot, file),
      };
    }
  },
});

function fileName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

/** Which of the four ways to have no default file this is, and the way out of it. */
function describe(
  context: CheckContext<v.InferOutput<v.StrictObjectSchema<typeof scaffoldOptions, undefined>>>,
  slot: Segment,
  anchor: string,
): Pick<Problem<MessageId>, 'messageId' | 'data' | 'edits' | 'suggestions'> {
  const { app, segment: owner, options } = context;
  const data = {
    slot: slot.name.raw,
    segment: `/${owner.path}`,
    consequence: 'The next route added beside it breaks.',
  };

  const blocked = slot.blocked.find(({ name }) => name.startsWith('default.'));
  if (blocked) {
    return {
      messageId: blocked.by === 'broken' ? 'brokenLink' : 'notAFile',
      data: { ...data, file: `${slot.name.raw}/${blocked.name}` },
    };
  }

  const misspelled = slot.misspelled.find((name) => /^default\./iu.test(name));
  if (misspelled !== undefined) {
    const from = joinPath(slot.path, misspelled);
    const to = joinPath(slot.path, misspelled.toLowerCase());
    return {
      messageId: 'misspelled',
      data: { ...data, name: misspelled, file: `${slot.name.raw}/${misspelled.toLowerCase()}` },
      suggestions: [
        { message: `Rename ${from} to ${to}`, edits: [{ kind: 'renameFile', from, to }] },
      ],
    };
  }

  const edit = scaffold(app, {
    segment: slot,
    convention: 'default',
    like: anchor,
    template: templateOf(app, options),
  });
  return {
    messageId: 'missing',
    data: { ...data, file: `${slot.name.raw}/${edit ? fileName(edit.file) : 'default.tsx'}` },
    edits: edit ? [edit] : [],
  };
}
