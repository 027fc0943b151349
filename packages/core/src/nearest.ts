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
    const given = letters(candidate);
    const allowed = Math.floor(Math.max(wanted.length, given.length) * 0.4);
    if (Math.abs(wanted.length - given.length) > allowed) continue;
    const letterDistance = isSwap(wanted, given) ? 0.5 : distance(wanted, given);
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

/** Whether two neighbours changed places, the commonest slip of all: `wbe` for `web`. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  if (at + 1 >= a.length || a[at] !== b[at + 1] || a[at + 1] !== b[at]) return false;
  return a.slice(at + 2) === b.slice(at + 2);
}

function letters(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]/gu, '');
}

/** The end of a sentence about an unknown name: `, did you mean "x"?`, or a full stop. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  const near = nearest(name, candidates);
  return near === undefined ? '.' : `, did you mean "${near}"?`;
}
