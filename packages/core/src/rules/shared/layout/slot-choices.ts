import type { Branch, PropFacts } from '../../../source/prop-facts.js';
import type { TextRange } from '../../../source/text-range.js';

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
 * is left out. What is asked twice in the same words is one condition.
 */
export function choicesBetween(props: readonly PropFacts[]): SlotChoice[] {
  const conditions = new Map<string, Sides>();
  for (const { name, uses } of props) {
    for (const use of uses) {
      if (use.role !== 'rendered' && use.role !== 'passed') continue;
      for (const branch of use.branches) addTo(conditions, branch, name);
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

function addTo(conditions: Map<string, Sides>, branch: Branch, name: string): void {
  const { key, arm } = sideOf(branch);
  const { start, end } = branch.range;
  const sides: Sides = conditions.get(key) ?? { test: branch.test, start, end, arms: new Map() };
  conditions.set(key, sides);
  const names = sides.arms.get(arm) ?? new Set();
  names.add(name);
  sides.arms.set(arm, names);
}

/**
 * `a && x` and `!a && y` stand apart in the text and are the two sides of one condition, and so are
 * `a === 1 && x` and `a !== 1 && y`, `a ? x : null` and `a ? null : y`.
 */
function sideOf({ range, arm, condition, within }: Branch): { key: string; arm: number } {
  if (!condition) return { key: `${String(range.start)}:${String(range.end)}`, arm };
  return { key: `${String(within)} ${condition.asked}`, arm: condition.holds ? 0 : 1 };
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
