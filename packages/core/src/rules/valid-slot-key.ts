import { escapeFor } from '../edits/property-name.js';
import type { LiteralFacts } from '../source/module-facts.js';
import { nearest } from '../nearest.js';
import { parseConventionFileName } from '../routes/convention-files.js';
import type { Segment } from '../routes/route-tree.js';
import { walkSegments } from '../routes/walk.js';
import { defineCheck, type CheckContext } from './engine/check.js';
import type { Suggestion } from './engine/finding.js';
import { isScript } from '../routes/is-script.js';

/** The key of a slot is a string that nothing else compares with the folders. */
export const validSlotKey = defineCheck({
  name: 'valid-slot-key',
  description: 'Require the key of useSelectedLayoutSegment(s) to name a slot of a parent layout',
  presets: { recommended: 'error', strict: 'error' },
  messages: {
    unknown: {
      message:
        'No parent layout has a slot named `{{key}}`, so `{{hook}}` always returns {{nothing}}.',
      help: 'Use the name of a slot, without the `@`.',
    },
    misspelled: {
      message:
        'No parent layout has a slot named `{{key}}`, so `{{hook}}` always returns {{nothing}}.',
      help: 'Did you mean `{{expected}}`?',
    },
  },
  hasSuggestions: true,
  anchors: 'modules',
  *run(context) {
    const { app, module: file } = context;
    if (file === undefined || !isScript(file)) return;
    const calls = app.sources.facts(file)?.slotKeys ?? [];
    if (calls.length === 0) return;
    const slots = slotsAround(context, file);
    for (const { hook, key } of calls) {
      if (key.value === 'children' || slots.has(key.value)) continue;
      const nothing = hook === 'useSelectedLayoutSegment' ? '`null`' : '`[]`';
      const expected = nearest(key.value.replace(/^@/u, ''), slots);
      const data = { hook, key: key.value, nothing };
      yield {
        impact: 'silent',
        file,
        range: key.range,
        ...(expected === undefined
          ? { messageId: 'unknown', data }
          : {
              messageId: 'misspelled',
              data: { ...data, expected },
              suggestions: [replaceKey(file, key, expected)],
            }),
      };
    }
  },
});

/**
 * The slots that a component in a file may ask for: those of the layouts around a convention file.
 * Any other module can be imported from everywhere, so there every slot of the app will do.
 */
function slotsAround({ app, segment, ancestors }: CheckContext<unknown>, file: string) {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const isRouteFile = parseConventionFileName(name, app.tree.pageExtensions)?.exactCase ?? false;
  const segments = isRouteFile
    ? [...ancestors, segment]
    : Array.from(walkSegments(app.tree), (each) => each.segment);
  return new Set(segments.flatMap(slotNames));
}

function slotNames({ slots }: Segment): readonly string[] {
  return slots.map(({ name }) => name.value);
}

function replaceKey(file: string, { range, quote }: LiteralFacts, expected: string): Suggestion {
  return {
    message: `Change to ${quote}${expected}${quote}`,
    edits: [{ kind: 'replaceText', file, range, text: quote + escapeFor(expected, quote) + quote }],
  };
}
