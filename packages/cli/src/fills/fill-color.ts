import type { Fill } from '@next-slots/core';
import type { Colors } from '../terminal/colors.js';

const names = { page: 'green', default: 'yellow', missing: 'red' } as const;

/** The colour of a fill on a terminal. */
export function fillColor(fill: Fill, colors: Colors): (text: string) => string {
  return colors[names[fill]];
}
