import type { Fill } from '@next-slots/core';
import type { Colors } from '../terminal/colors.js';

/** The colour of a fill on a terminal. */
export function fillColor(fill: Fill, colors: Colors): (text: string) => string {
  switch (fill) {
    case 'page':
      return colors.green;
    case 'default':
      return colors.yellow;
    case 'missing':
      return colors.red;
  }
}
