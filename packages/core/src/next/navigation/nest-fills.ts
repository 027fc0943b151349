import type { SlotFill } from '../route-matches.js';
import { describeReason } from './describe-explanation.js';
import type { Explanation } from './explain-url.js';

/** A folder with a layout or with slots, as a box on the screen. */
export interface LevelBox {
  /** The folder below the app directory: `/dash/(g)`. */
  readonly segment: string;
  readonly slots: readonly SlotBox[];
}

/** One slot of it. */
export interface SlotBox {
  readonly fill: SlotFill;
  /** Whether it stands there only because it stood there before. */
  readonly kept: boolean;
  /** Why it stands there, for people. */
  readonly why: string;
  /** The levels in it; empty where a page or default stands in it directly. */
  readonly levels: readonly LevelBox[];
}

/** Nests the fills of a screen as the layouts nest: the outermost level first. */
export function nestFills(
  fills: readonly SlotFill[],
  kept: Explanation['kept'],
): readonly LevelBox[] {
  const levels = new Map<string, { segment: string; slots: OpenSlot[] }>();
  const outermost: LevelBox[] = [];
  for (const fill of fills) {
    let level = levels.get(fill.segment);
    if (!level) {
      level = { segment: fill.segment, slots: [] };
      const parent = slotAround(levels, fill.segment);
      levels.set(fill.segment, level);
      (parent?.levels ?? outermost).push(level);
    }
    level.slots.push({
      fill,
      kept: kept.has(fill),
      why: describeReason(fill, { kept }),
      levels: [],
    });
  }
  return outermost;
}

interface OpenSlot extends SlotBox {
  readonly levels: LevelBox[];
}

/** The slot of the nearest level around a folder through which one comes to it. */
function slotAround(
  levels: ReadonlyMap<string, { readonly slots: readonly OpenSlot[] }>,
  segment: string,
): OpenSlot | undefined {
  for (let path = segment; path !== '/';) {
    const parent = path.slice(0, path.lastIndexOf('/')) || '/';
    const level = levels.get(parent);
    if (level) {
      const name = path.slice(path.lastIndexOf('/') + 1);
      const slot = name.startsWith('@') && name !== '@children' ? name : 'children';
      return level.slots.find(({ fill }) => fill.slot === slot);
    }
    path = parent;
  }
  return undefined;
}
