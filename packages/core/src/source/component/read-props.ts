import type { PropBinding, PropDeclaration, PropFacts, PropUse } from '../prop-facts.js';
import { inOrder, type TextRange } from '../text-range.js';
import type { PropsTracker } from './track-props.js';

/** Puts together what is known of each prop. */
export function propFacts(
  tracker: PropsTracker,
  declarations: ReadonlyMap<string, readonly PropDeclaration[]>,
): readonly PropFacts[] {
  const props: PropFacts[] = [];
  for (const name of new Set([...tracker.props.keys(), ...declarations.keys()])) {
    const tracked = tracker.props.get(name);
    const bindings = tracked?.bindings ?? [];
    const declared = declarations.get(name) ?? [];
    const uses = inOrder([...(tracked?.uses.values() ?? [])]);
    const range = placeOf(bindings, declared, uses);
    if (!range) continue;
    const rendered =
      tracked?.isTakenApart === true ||
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
