import type { PropBinding, PropDeclaration, PropFacts, PropUse } from '../prop-facts.js';
import type { TextRange } from '../text-range.js';
import type { PropsTracker } from './track-props.js';

/** Puts together what is known of each prop. */
export function propFacts(
  tracker: PropsTracker,
  declarations: ReadonlyMap<string, readonly PropDeclaration[]>,
): readonly PropFacts[] {
  const names = new Set([
    ...tracker.bindings.keys(),
    ...declarations.keys(),
    ...tracker.uses.keys(),
  ]);
  const props: PropFacts[] = [];
  for (const name of names) {
    const bindings = tracker.bindings.get(name) ?? [];
    const declared = declarations.get(name) ?? [];
    const uses = inOrder(tracker.uses.get(name) ?? []);
    const range = placeOf(bindings, declared, uses);
    if (!range) continue;
    const rendered =
      tracker.takenApart.has(name) ||
      uses.some(({ role }) => role === 'rendered' || role === 'passed');
    props.push({ name, range, bindings, declarations: declared, uses, rendered });
  }
  return props.sort((a, b) => a.range.start - b.range.start || (a.name < b.name ? -1 : 1));
}

function placeOf(
  [binding]: readonly PropBinding[],
  [declaration]: readonly PropDeclaration[],
  [use]: readonly PropUse[],
): TextRange | undefined {
  return binding?.key ?? declaration?.key ?? declaration?.range ?? use?.name;
}

function inOrder(uses: readonly PropUse[]): readonly PropUse[] {
  return uses.toSorted((a, b) => a.range.start - b.range.start);
}
