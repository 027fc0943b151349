import type { Branch, PropFacts } from '../module/prop-facts.js';
import type { TextRange } from '../module/text-range.js';

/** A condition with props that are rendered only if it holds, and others only if it does not. */
export interface SlotChoice {
  /** What is asked. */
  readonly test: TextRange;
  readonly one: readonly string[];
  readonly other: readonly string[];
}

/** The sides on which a prop is rendered, of one condition. */
interface Sides {
  readonly test: TextRange;
  readonly start: number;
  readonly end: number;
  /** The names rendered on each side. */
  readonly arms: Map<number, Set<string>>;
}

/**
 * The conditions that choose between props, outermost first; one inside another that chooses already
 * is left out. `a && x` beside `!a && y` is one condition.
 */
export function choicesBetween(props: readonly PropFacts[], text: string): SlotChoice[] {
  const conditions = new Map<string, Sides>();
  for (const { name, uses } of props) {
    for (const use of uses) {
      if (use.role !== 'rendered' && use.role !== 'passed') continue;
      for (const branch of use.branches) addTo(conditions, branch, name, text);
    }
  }
  const choices: SlotChoice[] = [];
  const chosen: Sides[] = [];
  for (const sides of [...conditions.values()].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (chosen.some((around) => around.start <= sides.start && sides.end <= around.end)) continue;
    const choice = choiceOf(sides);
    if (!choice) continue;
    chosen.push(sides);
    choices.push(choice);
  }
  return choices;
}

function addTo(conditions: Map<string, Sides>, branch: Branch, name: string, text: string): void {
  const { key, arm } = sideOf(branch, text);
  const { start, end } = branch.range;
  const sides: Sides = conditions.get(key) ?? { test: branch.test, start, end, arms: new Map() };
  conditions.set(key, sides);
  const names = sides.arms.get(arm) ?? new Set();
  names.add(name);
  sides.arms.set(arm, names);
}

/** One comparison and nothing else, taken apart at its operator. */
const comparison = /^(?<left>[^!=<>&|?]+)(?<mark>[!=])(?<rest>==?)(?<right>[^!=<>&|?]+)$/u;

/**
 * `a && x` and `!a && y` stand apart in the text and are the two sides of one condition, and so are
 * `a === 1 && x` and `a !== 1 && y`.
 */
function sideOf({ kind, range, test, arm }: Branch, text: string): { key: string; arm: number } {
  const asked = text.slice(test.start, test.end);
  if (kind !== 'logical' || !text.slice(test.end, range.end).trimStart().startsWith('&&')) {
    return { key: `${String(range.start)}:${String(range.end)}`, arm };
  }
  if (asked.startsWith('!')) return { key: asked.slice(1).trim(), arm: 1 };
  const { left = asked, mark, rest = '', right = '' } = comparison.exec(asked)?.groups ?? {};
  return { key: `${left.trim()}${rest}${right.trim()}`, arm: mark === '!' ? 1 : 0 };
}

function choiceOf({ test, arms }: Sides): SlotChoice | undefined {
  const sides = [...arms.values()];
  for (const [index, side] of sides.entries()) {
    for (const opposite of sides.slice(index + 1)) {
      const one = [...side].filter((name) => !opposite.has(name));
      const other = [...opposite].filter((name) => !side.has(name));
      if (one.length > 0 && other.length > 0) return { test, one, other };
    }
  }
  return undefined;
}
