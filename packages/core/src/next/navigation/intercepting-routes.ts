import { partKind } from '../url/segment-url.js';
import type { UrlNode } from '../url/url-node.js';

/** In the order in which Next looks for them. */
export const interceptionMarkers = ['(..)(..)', '(.)', '(..)', '(...)'] as const;

/** A part of a URL without its marker, and the marker, which is empty for most. */
export function splitMarker(part: string): { readonly marker: string; readonly rest: string } {
  const marker = part.startsWith('(')
    ? (interceptionMarkers.find((each) => part.startsWith(each)) ?? '')
    : '';
  return { marker, rest: part.slice(marker.length) };
}

/**
 * The parameter of a part in brackets, behind a marker or not, without the signs that Next.js overlooks
 * when it compares names; undefined where there is none.
 */
export function parameterOf(part: string): string | undefined {
  if (!part.endsWith(']')) return undefined;
  const { rest } = splitMarker(part);
  return partKind(rest) === 'static' ? undefined : rest.replaceAll(/\W/gu, '');
}

/** Where an intercepting URL applies and what it stands in for. */
export interface Interception {
  /** The URL below which it intercepts: `/feed`. */
  readonly from: string;
  /** The URL it stands in for; null where the marker reaches above the app directory. */
  readonly target: string | null;
}

/**
 * Reads an intercepting URL, `/feed/(..)photo/[id]`. A marker counts parts of the URL: folders that
 * the URL does not show, slots and groups, are gone already.
 *
 * Source of the behaviour: `next/dist/shared/lib/router/utils/interception-routes.js`.
 */
export function readInterception(url: string): Interception | undefined {
  const part = url
    .split('/')
    .find((each) => interceptionMarkers.some((marker) => each.startsWith(marker)));
  const marker = interceptionMarkers.find((each) => part?.startsWith(each));
  if (marker === undefined) return undefined;
  const [before = '', behind = ''] = url.split(marker, 2);
  const from = before.split('/').filter((each) => each !== '');
  const kept = keptParts(marker, from);
  const to = behind.split('/').filter((each) => each !== '');
  return {
    from: `/${from.join('/')}`,
    target: kept === undefined || to.length === 0 ? null : `/${[...kept, ...to].join('/')}`,
  };
}

function keptParts(
  marker: (typeof interceptionMarkers)[number],
  from: readonly string[],
): readonly string[] | undefined {
  switch (marker) {
    case '(.)':
      return from;
    case '(..)':
      return from.length < 1 ? undefined : from.slice(0, -1);
    case '(..)(..)':
      return from.length < 2 ? undefined : from.slice(0, -2);
    case '(...)':
      return [];
  }
}

/**
 * Whether ordinary routes answer every URL of a pattern: a static part is answered by itself or by a
 * dynamic one, a dynamic part by a dynamic one, a catch-all by fixed routes for its shorter URLs and
 * another catch-all for the rest.
 *
 * @param complete - The URLs that Next keeps.
 */
export function isCovered(target: string, root: UrlNode, complete: ReadonlySet<UrlNode>): boolean {
  const parts = target.split('/').filter((part) => part !== '');
  const kind = partKind(parts.at(-1) ?? '');
  const bounded = kind !== 'catch-all' && kind !== 'optional-catch-all';
  const prefix = bounded ? parts : parts.slice(0, -1);
  const shortest = prefix.length + (kind === 'catch-all' ? 1 : 0);

  let level: readonly UrlNode[] = [root];
  for (let length = 0; level.length > 0; length += 1) {
    const rest = level.flatMap((node) => node.dynamics).filter((child) => complete.has(child));
    if (rest.some((child) => partKind(child.part) === 'optional-catch-all')) return true;
    const asked = bounded ? length === shortest : length >= shortest;
    if (asked && !level.some((node) => complete.has(node))) return false;
    if (asked && bounded) return true;
    if (rest.some((child) => partKind(child.part) === 'catch-all')) return true;
    const part = prefix[length];
    level = level.flatMap((node) => answering(node, part));
  }
  return false;
}

/** The nodes that take whatever a part of a pattern stands for. */
function answering(node: UrlNode, part: string | undefined): readonly UrlNode[] {
  const dynamic = node.dynamics.filter((child) => partKind(child.part) === 'dynamic');
  if (part === undefined || partKind(part) !== 'static') return dynamic;
  const same = node.child(part);
  return same ? [...dynamic, same] : dynamic;
}
