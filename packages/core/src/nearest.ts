import { distance } from 'fastest-levenshtein';

/**
 * The candidate that a misspelled name most likely means. Letter case and the marks between words do
 * not count, so that `dataGrid` finds `data-grid`.
 *
 * @returns undefined where none is near: at most two letters in five may differ.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = letters(name);
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    const letterDistance = distance(wanted, letters(candidate));
    const allowed = Math.floor(Math.max(wanted.length, letters(candidate).length) * 0.4);
    if (letterDistance > allowed) continue;
    // Of candidates with the same letters, `Modal` and `modal`, the one written more alike wins.
    const whole = letterDistance + distance(name, candidate) / 1000;
    if (whole < bestDistance) {
      bestDistance = whole;
      best = candidate;
    }
  }
  return best;
}

function letters(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]/gu, '');
}

/** The end of a sentence about an unknown name: `, did you mean "x"?`, or a full stop. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  const near = nearest(name, candidates);
  return near === undefined ? '.' : `, did you mean "${near}"?`;
}
