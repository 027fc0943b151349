/** Large apps of several shapes: every level has slots and three URLs. */

/** The files of one level, below its folder. */
const levels = {
  /** Slots with pages, dynamic segments and defaults. */
  dashboard: [
    ...['layout', 'page', 'default', 'x/page', '[id]/page'],
    ...['@team/page', '@team/default', '@team/x/page', '@stats/default'],
  ],
  /** Slots that catch-alls fill. */
  'catch-all': [
    ...['layout', 'page', 'default', 'x/page'],
    ...['@team/[...rest]/page', '@team/page', '@stats/default', '@stats/x/page'],
  ],
  /** An intercepting route in each level. */
  modal: [
    ...['layout', 'page', 'photo/page', 'photo/[id]/page'],
    ...['@modal/default', '@modal/(.)photo/[id]/page', '@modal/[...rest]/page'],
  ],
  /** Slots in slots, and groups in both. */
  nested: [
    ...['layout', 'page', 'default', '(g)/x/page', '(h)/y/page'],
    ...['@team/layout', '@team/page', '@team/default', '@team/(g)/@inner/default'],
    ...['@team/(g)/layout', '@team/(g)/x/page', '@stats/default'],
  ],
  /** What nobody wants: a slot empty at two URLs of every level. */
  broken: ['layout', 'page', 'x/page', 'y/page', '@team/page', '@stats/default'],
} as const;

/** The shapes of {@link largeApp}. */
export const shapes = Object.keys(levels) as readonly Shape[];

export type Shape = keyof typeof levels;

/** Areas of ten, all side by side in the app directory, or each in a group. */
export type Spread = 'areas' | 'flat' | 'groups';

/** How many URLs each level adds. */
export const urlsPerLevel = 3;

/**
 * The files of an app, relative to the app directory: a root layout with a slot, and levels below.
 *
 * @param count - How many levels.
 */
export function largeApp(shape: Shape, spread: Spread, count: number): string[] {
  const files = ['layout.tsx', '@banner/default.tsx', '@banner/[...rest]/page.tsx', 'default.tsx'];
  for (let index = 0; index < count; index += 1) {
    const folder = folderOf(spread, index);
    for (const file of levels[shape]) files.push(`${folder}/${file}.tsx`);
  }
  return files;
}

function folderOf(spread: Spread, index: number): string {
  switch (spread) {
    case 'areas':
      return `area-${Math.floor(index / 10)}/level-${index}`;
    case 'flat':
      return `level-${index}`;
    case 'groups':
      return `(group-${index})/level-${index}`;
  }
}
