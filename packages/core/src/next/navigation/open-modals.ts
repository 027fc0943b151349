import type { RouteMatches } from '../route-matches.js';
import { parseUrlPart } from '../url/url-part.js';
import type { Explanation } from './explain-url.js';
import { lingeringSlots } from './lingering-slots.js';

/** An intercepting page that still stands in its slot at a URL that is not about it. */
export interface OpenModal {
  /** The folder of the layout. */
  readonly segment: string;
  readonly slot: string;
  readonly file: string;
}

/** The intercepting pages that stay open at a URL that is not about them. */
export function openModals(
  matches: RouteMatches,
  { soft, kept }: Pick<Explanation, 'soft' | 'kept'>,
): readonly OpenModal[] {
  const lingering = [...lingeringSlots(matches).keys()];
  return soft.flatMap((fill): readonly OpenModal[] => {
    const { segment, slot, file } = fill;
    if (!kept.has(fill) || file === null || !fill.rendered) return [];
    const folder = segment === '/' ? slot : `${segment.slice(1)}/${slot}`;
    const isModal = lingering.some(({ path }) => path === folder) && isInterceptingFile(file);
    return isModal ? [{ segment, slot, file }] : [];
  });
}

/** Whether a file lies below a folder with a marker: `@modal/(.)photo/page.tsx`. */
export function isInterceptingFile(file: string): boolean {
  // `(.)` alone is a route group.
  return file
    .split('/')
    .map(parseUrlPart)
    .some(({ marker, name }) => marker !== '' && name !== '');
}
