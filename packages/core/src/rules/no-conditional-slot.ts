import * as v from 'valibot';
import { defineCheck } from './engine/check.js';
import { layoutOf } from './shared/layout-of.js';
import { choicesBetween } from './shared/slot-choices.js';

/** A choice between slots is made in the browser's view only: the server has run them all. */
export const noConditionalSlot = defineCheck({
  name: 'no-conditional-slot',
  description: 'Disallow layouts that render one slot or another by a condition',
  presets: { strict: 'warning' },
  messages: {
    either: {
      message:
        'The layout of {{segment}} renders {{one}} or {{other}} by a condition, but Next runs both on the server and sends both to the browser.',
      help: 'Decide inside one slot, or by routes.',
    },
    eitherByUser: {
      message:
        'The layout of {{segment}} renders {{one}} or {{other}} by who the user is, but Next runs both on the server and sends both to the browser: the user gets the content of the other one, too.',
      help: 'Decide inside one slot, or by routes.',
    },
  },
  options: v.strictObject({}),
  fixable: false,
  hasSuggestions: false,
  anchors: ['layout'],
  segments: 'slot-owners',
  *run(context) {
    const layout = layoutOf(context);
    if (!layout || layout.slots.length === 0) return;
    const slotNames = new Set(layout.slots.map(({ name }) => name.value));
    const props = layout.component.props.filter(
      ({ name }) => name === 'children' || slotNames.has(name),
    );
    const text = context.app.sources.text(layout.file) ?? '';
    for (const { test, one, other } of choicesBetween(props)) {
      const names = [...one, ...other].filter((name) => slotNames.has(name));
      const [first] = names;
      if (first === undefined) continue;
      yield {
        messageId: asksForUser(text.slice(test.start, test.end)) ? 'eitherByUser' : 'either',
        impact: 'silent',
        file: layout.file,
        range: test,
        slot: `@${first}`,
        data: {
          segment: `/${context.segment.path}`,
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
  return names.map((name) => (name === 'children' ? name : `@${name}`)).join(', ');
}
