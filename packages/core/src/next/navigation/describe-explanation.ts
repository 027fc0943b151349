import type { Explanation } from './explain-url.js';
import type { SlotFill } from '../route-matches.js';

const reasons = {
  page: 'its page for this URL',
  'catch-all': 'its catch-all page',
  default: 'no matching page, uses default',
  nothing: 'no page and no default',
} as const satisfies Record<SlotFill['reason'], string>;

const outcomes = {
  ok: undefined,
  'build-error': '`next build` fails at this URL.',
  'not-found': 'A hard navigation to this URL renders the not-found page.',
} as const satisfies Record<Explanation['outcome'], string | undefined>;

/** Why a file stands in a slot, for people. */
export function describeReason(fill: SlotFill, { kept }: Pick<Explanation, 'kept'>): string {
  if (kept.has(fill)) return 'kept from before';
  const reason = reasons[fill.reason];
  return fill.rendered ? reason : `${reason}; no layout renders it`;
}

/** What is wrong with a URL as a whole, in a sentence; undefined where nothing is. */
export function describeOutcome({ outcome }: Pick<Explanation, 'outcome'>): string | undefined {
  return outcomes[outcome];
}

/** A slot that shows something else after a reload. */
export interface ReloadChange {
  readonly segment: string;
  readonly slot: string;
  /** What stands there before and after; undefined where the slot is not there at all. */
  readonly before: SlotFill | undefined;
  readonly after: SlotFill | undefined;
}

/** What a reload changes after the visits of an explanation. */
export function reloadChanges({ hard, soft }: Explanation): readonly ReloadChange[] {
  const keyOf = ({ segment, slot }: SlotFill) => JSON.stringify([segment, slot]);
  const after = new Map(hard.map((fill) => [keyOf(fill), fill]));
  const before = new Map(soft.map((fill) => [keyOf(fill), fill]));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const from = before.get(key);
    const to = after.get(key);
    const known = from ?? to;
    if (!known || from?.file === to?.file) return [];
    return [{ segment: known.segment, slot: known.slot, before: from, after: to }];
  });
}
