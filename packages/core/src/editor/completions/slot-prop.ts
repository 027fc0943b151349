import { isDeclared } from '../../edits/add-slot-props.js';
import type { CompletionSource } from './completion-source.js';
import { afterDot, inBrackets } from './slot-prop-access.js';
import { inPattern } from './slot-prop-in-pattern.js';
import { inType } from './slot-prop-in-type.js';

/** Sorts where TypeScript sorts the local variables: before everything else. */
const first = '10';

/** The props of a layout by which it gets its slots. */
export const slotProp: CompletionSource = {
  files: 'layouts',
  extent: 'own-slots',
  locate(request) {
    const write = inPattern(request) ?? inType(request) ?? afterDot(request) ?? inBrackets(request);
    if (!write) return undefined;
    return function* ({ facts, segment }) {
      for (const slot of segment.slots) {
        const name = slot.name.value;
        const text = write(name);
        if (!text) continue;
        yield {
          name,
          kind: 'slot',
          filterText: name,
          sortText: first,
          declared: isDeclared(facts.component, name),
          data: { slot: slot.path },
          ...text,
        };
      }
    };
  },
};
