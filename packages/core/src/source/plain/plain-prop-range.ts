import type { TextRange } from '../text-range.js';
import { countMarks } from './count-marks.js';
import { exportedFunction } from './exported-function.js';
import { wordsIn } from './words-in.js';

/** A default export in place whose props are taken apart, and neither renamed nor given a default. */
const plainPattern =
  /^(?<before>export default (?:async )?function [\w$]*\(\{)(?<taken>[\w$,\s]*)\}/mu;

/**
 * Where a component takes a prop, in the plain words that most files say it with: the range that its
 * facts would give, without the text being parsed.
 *
 * @returns undefined in doubt.
 */
export function plainPropRange(text: string, prop: string): TextRange | undefined {
  const found = plainPattern.exec(text);
  const { before, taken } = found?.groups ?? {};
  if (!found || before === undefined || taken === undefined) return undefined;
  // Another one could stand in a comment, and overloads have patterns, too.
  if (exportedFunction(text) === undefined) return undefined;
  if (countMarks(text, 'export default ') > 1) return undefined;
  const [at, again] = wordsIn(taken, prop);
  if (at === undefined || again !== undefined) return undefined;
  const start = found.index + before.length + at;
  return { start, end: start + prop.length };
}
