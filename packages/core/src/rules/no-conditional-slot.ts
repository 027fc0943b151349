import { defineCheck } from './engine/check.js';
import { remembered } from '../remembered.js';
import { codeAt } from '../source/code-at.js';
import type { PropFacts } from '../source/prop-facts.js';
import { isWithin, type TextRange } from '../source/text-range.js';
import { listCodes } from './engine/print-list.js';
import { layoutOf } from './shared/layout/layout-of.js';

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
  *run(context) {
    // Most layouts have no slots, and need not be parsed.
    const layout = context.segment.slots.length > 0 ? layoutOf(context) : undefined;
    if (!layout) return;
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

/** A condition with what is rendered on its sides. */
interface Condition {
  /** What is asked. */
  readonly test: TextRange;
  /** All of it, both sides included. */
  readonly range: TextRange;
  /** The names of the props that are rendered on each side. */
  readonly sides: Map<number, Set<string>>;
}

/** A condition with props that are rendered only if it holds, and others only if it does not. */
interface SlotChoice extends Pick<Condition, 'test' | 'range'> {
  readonly one: readonly string[];
  readonly other: readonly string[];
}

/**
 * The conditions that choose between props, outermost first; one inside another that chooses already
 * is left out.
 */
function choicesBetween(props: readonly PropFacts[]): readonly SlotChoice[] {
  const choices: SlotChoice[] = [];
  for (const condition of outermostFirst(conditionsOn(props))) {
    if (choices.some(({ range }) => isWithin(condition.range, range))) continue;
    const choice = choiceOf(condition);
    if (choice) choices.push(choice);
  }
  return choices;
}

/** The conditions under which props are rendered. What is asked twice in the same words is one. */
function conditionsOn(props: readonly PropFacts[]): Iterable<Condition> {
  const conditions = new Map<string, Condition>();
  for (const { name, uses } of props) {
    const shown = uses.filter(({ role }) => role === 'rendered' || role === 'passed');
    for (const { test, range, condition, side } of shown.flatMap(({ branches }) => branches)) {
      const added = (): Condition => ({ test, range, sides: new Map() });
      const { sides } = remembered(conditions, condition, added);
      remembered(sides, side, () => new Set<string>()).add(name);
    }
  }
  return conditions.values();
}

function outermostFirst(conditions: Iterable<Condition>): readonly Condition[] {
  return [...conditions].sort(({ range: a }, { range: b }) => a.start - b.start || b.end - a.end);
}

function choiceOf({ test, range, ...condition }: Condition): SlotChoice | undefined {
  const sides = [...condition.sides.values()];
  for (const [index, side] of sides.entries()) {
    for (const opposite of sides.slice(index + 1)) {
      const one = [...side].filter((name) => !opposite.has(name));
      const other = [...opposite].filter((name) => !side.has(name));
      if (one.length > 0 && other.length > 0) return { test, range, one, other };
    }
  }
  return undefined;
}
