import { remembered } from '../../remembered.js';
import { isCatchAll, isOpen, parseUrl, textsOf, type PartKind, type UrlPart } from './url-part.js';

const kindsInOrder: readonly PartKind[] = ['static', 'dynamic', 'catch-all', 'optional-catch-all'];

/** Sorts patterns that take the same URL as Next asks them: the first part of another kind decides. */
export function compareSpecificity(a: readonly UrlPart[], b: readonly UrlPart[]): number {
  for (const [index, part] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 0;
    const order = kindsInOrder.indexOf(part.kind) - kindsInOrder.indexOf(other.kind);
    if (order !== 0) return order;
  }
  return 0;
}

/** Sorts items by the routes that they lie at or below; those that lie below none are left out. */
export function groupBelow<Item extends { readonly url: string }>(
  items: Iterable<Item>,
  routes: ReadonlySet<string>,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    for (const route of routesAbove(item.url)) {
      if (routes.has(route)) remembered(groups, route, (): Item[] => []).push(item);
    }
  }
  return groups;
}

/** A route and those around it, up to `/`. */
export function routesAbove(url: string): readonly string[] {
  const parts = textsOf(url);
  return Array.from({ length: parts.length + 1 }, (_, end) => `/${parts.slice(0, end).join('/')}`);
}

/** What a pattern takes at a place: `rest` is behind its catch-all, `end` behind its end. */
type TakenAt = PartKind | 'rest' | 'end';

/**
 * A concrete URL that two patterns take.
 *
 * @param text - Stands for what neither of them spells out.
 * @returns undefined where there is none.
 */
export function urlOfBoth(
  a: readonly UrlPart[],
  b: readonly UrlPart[],
  text: string,
): string | undefined {
  const texts: string[] = [];
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const ofA = takenAt(a, index);
    const ofB = takenAt(b, index);
    if (ofA === 'static' && ofB === 'static' && a[index]?.text !== b[index]?.text) return undefined;
    const given = ofA === 'static' ? a[index]?.text : ofB === 'static' ? b[index]?.text : text;
    if (mayEnd(ofA) && mayEnd(ofB)) continue;
    if (ofA === 'end' || ofB === 'end' || given === undefined) return undefined;
    texts.push(given);
  }
  return `/${texts.join('/')}`;
}

function takenAt(pattern: readonly UrlPart[], index: number): TakenAt {
  const part = pattern[index];
  if (part !== undefined) return part.kind;
  const last = pattern.at(-1);
  return last && isCatchAll(last) ? 'rest' : 'end';
}

function mayEnd(taken: TakenAt): boolean {
  return taken === 'end' || taken === 'rest' || taken === 'optional-catch-all';
}

/**
 * Whether a pattern takes every URL of a route: `/photo/[id]` takes `/photo/new`, not the other way round.
 *
 * @param route - Its parts; those of a concrete URL are all static.
 */
export function takesAll(
  pattern: readonly UrlPart[],
  route: readonly Pick<UrlPart, 'kind' | 'text'>[],
): boolean {
  for (const [index, { kind, text }] of pattern.entries()) {
    const part = route[index];
    if (kind === 'optional-catch-all') return true;
    if (part === undefined) return false;
    if (kind === 'catch-all') return part.kind !== 'optional-catch-all';
    const takesPart =
      kind === 'static' ? part.kind === 'static' && part.text === text : !isCatchAll(part);
    if (!takesPart) return false;
  }
  return route.length === pattern.length;
}

/**
 * The source of a regular expression that takes the paths which a route answers, as far as they go by
 * its own pattern: a more specific route goes before. Each group is one dynamic part, in their order.
 *
 * @param route - As Next prints it: `/shop/[id]`.
 */
export function routePattern(route: string): string {
  const parts = parseUrl(route);
  return parts.length === 0 ? '^/$' : `^${parts.map(partPattern).join('')}$`;
}

function partPattern(part: UrlPart, index: number): string {
  const { text, kind } = part;
  if (!isOpen(part)) return `/${text.replaceAll(/[$()*+./?[\\\]^{|}-]/gu, String.raw`\$&`)}`;
  if (kind === 'dynamic') return '/([^/]+)';
  if (kind === 'catch-all') return '/(.+)';
  // Alone it takes `/`, which begins with the slash that it would else bring.
  return index === 0 ? '/(.*)' : '(?:/(.+))?';
}
