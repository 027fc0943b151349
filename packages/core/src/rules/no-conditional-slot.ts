import { defineCheck } from './engine/check.js';
import { codeAt } from '../source/code-at.js';
import { listCodes } from './engine/print-list.js';
import { layoutOf } from './shared/layout/layout-of.js';
import { choicesBetween } from './shared/layout/slot-choices.js';

/** A choice between slots is made in the browser's view only: the server has run them all. */
export const noConditionalSlot = defineCheck({
  name: 'no-conditional-slot',
  description: 'Disallow layouts that render slots conditionally',
  presets: { strict: 'warning' },
  messages: {
    either: {
      message:
        'This layout renders {{one}} or {{other}} conditionally, but Next.js runs and sends both.',
      help: 'Choose inside one slot, or use separate routes.',
    },
    eitherByUser: {
      message:
        'This layout renders {{one}} or {{other}} depending on the user, but Next.js runs both and sends both to every user.',
      help: 'Choose inside one slot, or use separate routes.',
    },
  },
  anchors: ['layout'],
  segments: 'slot-owners',
  *run(context) {
    const layout = layoutOf(context);
    if (!layout || layout.slots.length === 0) return;
    const slotNames = new Set(layout.slots.map(({ name }) => name.value));
    const props = layout.component.props.filter(
      ({ name }) => name === 'children' || slotNames.has(name),
    );
    for (const { test, one, other } of choicesBetween(props)) {
      const names = [...one, ...other].filter((name) => slotNames.has(name));
      const [first] = names;
      if (first === undefined) continue;
      yield {
        messageId: asksForUser(codeAt(context.app.sources, layout.file, test))
          ? 'eitherByUser'
          : 'either',
        impact: 'silent',
        file: layout.file,
        range: test,
        slot: `@${first}`,
        data: {
          one: printSlots(one),
          other: printSlots(other),
        },
      };
    }
  },
});

/** What conditions on a user or a session are written with. */
const userWords =
  /user|session|auth(?!or)|admin|role|customer|member|viewer|guest|permission|logged|signed|token/iu;

function asksForUser(test: string): boolean {
  return userWords.test(test);
}

function printSlots(names: readonly string[]): string {
  return listCodes(names.map((name) => (name === 'children' ? name : `@${name}`)));
}
