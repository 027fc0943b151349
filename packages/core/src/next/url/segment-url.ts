import type { Segment } from '../../routes/route-tree.js';

/**
 * Whether a folder adds nothing to the URL: a slot or a route group. Next decides by the first and
 * last character alone, so `(...)` and `(.)(g)` are groups to it as well.
 */
export function isTransparent(segment: Segment): boolean {
  const { kind, raw } = segment.name;
  return kind === 'slot' || (kind !== 'static' && isGroupName(raw));
}

/** Whether Next reads a folder name as a route group. */
export function isGroupName(raw: string): boolean {
  return raw.startsWith('(') && raw.endsWith(')');
}

/** Whether a folder name carries the marker of an intercepting route. */
export function isInterceptingName(raw: string): boolean {
  // Asked of every folder, and nearly none begins so.
  if (!raw.startsWith('(.')) return false;
  return raw.startsWith('(.)') || raw.startsWith('(..)') || raw.startsWith('(...)');
}

/** Whether a folder is `[...name]` or `[[...name]]`. */
export function isCatchAll(segment: Segment): boolean {
  return segment.name.kind === 'catch-all' || segment.name.kind === 'optional-catch-all';
}

/**
 * The part of the URL that a folder stands for. `%5F` is how a URL gets a leading underscore, which
 * in a folder name would make it private.
 */
export function urlPart(segment: Segment): string {
  const { raw } = segment.name;
  return raw.includes('%5F') ? raw.replaceAll('%5F', '_') : raw;
}

/** How a part of a URL, as folders write it, takes requests. */
export type PartKind = 'static' | 'dynamic' | 'catch-all' | 'optional-catch-all';

/** Reads a part of a URL: `[id]`, `[...all]`, `[[...all]]`, else static. */
export function partKind(part: string): PartKind {
  if (!part.startsWith('[') || !part.endsWith(']')) return 'static';
  if (part.startsWith('[[...') && part.endsWith(']]')) return 'optional-catch-all';
  return part.startsWith('[...') ? 'catch-all' : 'dynamic';
}
