import type { App } from '../../../app.js';
import type { ComponentFacts } from '../../../source/component-facts.js';
import type { PropFacts, PropUse } from '../../../source/prop-facts.js';
import { isWithin } from '../../../source/text-range.js';
import { isScript } from '../../../routes/is-script.js';
import type { Segment } from '../../../routes/route-tree.js';
import { filePath } from '../../../routes/walk.js';

/**
 * Whether a layout renders a slot: on every path through it, on some, or on none. A guard that returns
 * early leaves `sometimes`, and so does a choice: Next.js then shows the slot to some requests, and a
 * slot without content makes those not-found.
 */
export type SlotUse = 'always' | 'sometimes' | 'never';

/**
 * How a segment's layout uses a slot. What the layout's file does not show counts as `always`, and so
 * does `children` where there is no layout: Next.js renders it then.
 *
 * @param name - The slot without `@`, or `children`.
 */
export function slotUse({ sources }: App, segment: Segment, name: string): SlotUse {
  const file = filePath(segment, 'layout');
  if (file === undefined) return name === 'children' ? 'always' : 'never';
  if (!isScript(file)) return 'always';
  const facts = sources.facts(file);
  if (!facts?.component || facts.partial || mayUse(facts.component, name)) return 'always';
  const prop = facts.component.props.find((each) => each.name === name);
  if (!prop?.rendered) return 'never';
  return prop.uses.some((use) => isUnconditional(use, prop)) ? 'always' : 'sometimes';
}

/** Whether a prop may be used where the component does not name it. */
export function mayUse({ escapes, wrapper }: ComponentFacts, name: string): boolean {
  if (wrapper === 'other') return true;
  return escapes.some(
    // Where a rest goes is an escape of its own.
    ({ rest, without, only }) => !rest && !without.includes(name) && (only?.includes(name) ?? true),
  );
}

/** Whether a use renders the prop in any case: a slot is always there, so asking for it is no condition. */
function isUnconditional({ role, branches }: PropUse, { uses }: PropFacts): boolean {
  return (
    (role === 'rendered' || role === 'passed') &&
    branches.every(({ test }) => uses.some(({ range }) => isWithin(range, test)))
  );
}
