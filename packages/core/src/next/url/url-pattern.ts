import { partKind, type PartKind } from './segment-url.js';

/** The parts of a route as Next prints it: `/photo/[id]`. */
export function partsOfPattern(pattern: string): readonly string[] {
  return pattern.split('/').filter((part) => part !== '');
}

const kindsInOrder: readonly PartKind[] = ['static', 'dynamic', 'catch-all', 'optional-catch-all'];

/** Sorts patterns that take the same URL as Next asks them: the first part of another kind decides. */
export function compareSpecificity(a: string, b: string): number {
  const partsOfB = partsOfPattern(b);
  for (const [index, part] of partsOfPattern(a).entries()) {
    const other = partsOfB[index];
    if (other === undefined) return 0;
    const order = kindsInOrder.indexOf(partKind(part)) - kindsInOrder.indexOf(partKind(other));
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
      if (!routes.has(route)) continue;
      const group = groups.get(route);
      if (group) group.push(item);
      else groups.set(route, [item]);
    }
  }
  return groups;
}

/** A route and those around it, up to `/`. */
export function routesAbove(url: string): readonly string[] {
  const parts = partsOfPattern(url);
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
  a: readonly string[],
  b: readonly string[],
  text: string,
): string | undefined {
  const parts: string[] = [];
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const ofA = takenAt(a, index);
    const ofB = takenAt(b, index);
    if (ofA === 'static' && ofB === 'static' && a[index] !== b[index]) return undefined;
    const given = ofA === 'static' ? a[index] : ofB === 'static' ? b[index] : text;
    if (mayEnd(ofA) && mayEnd(ofB)) continue;
    if (ofA === 'end' || ofB === 'end' || given === undefined) return undefined;
    parts.push(given);
  }
  return `/${parts.join('/')}`;
}

function takenAt(pattern: readonly string[], index: number): TakenAt {
  const part = pattern[index];
  if (part !== undefined) return partKind(part);
  return partKind(pattern.at(-1) ?? '').endsWith('catch-all') ? 'rest' : 'end';
}

function mayEnd(taken: TakenAt): boolean {
  return taken === 'end' || taken === 'rest' || taken === 'optional-catch-all';
}

/** One place in a set of patterns; what stands in brackets is told apart by its kind alone. */
interface Place {
  ends: boolean;
  readonly statics: Map<string, Place>;
  readonly others: Map<PartKind, Place>;
}

/** Many patterns, asked at the cost of one. */
export class PatternSet {
  readonly #root: Place = newPlace();

  constructor(patterns: Iterable<string>) {
    for (const pattern of patterns) this.#add(pattern);
  }

  /** Whether a pattern takes every URL of a route: `/photo/[id]` takes `/photo/new`, not the other way round. */
  takes(route: string): boolean {
    return takesRest(this.#root, partsOfPattern(route), 0);
  }

  #add(pattern: string): void {
    let place = this.#root;
    for (const part of partsOfPattern(pattern)) {
      const kind = partKind(part);
      let next = kind === 'static' ? place.statics.get(part) : place.others.get(kind);
      if (!next) {
        next = newPlace();
        if (kind === 'static') place.statics.set(part, next);
        else place.others.set(kind, next);
      }
      place = next;
    }
    place.ends = true;
  }
}

function newPlace(): Place {
  return { ends: false, statics: new Map(), others: new Map() };
}

function takesRest(place: Place, parts: readonly string[], index: number): boolean {
  if (place.others.has('optional-catch-all')) return true;
  const part = parts[index];
  if (part === undefined) return place.ends;
  const kind = partKind(part);
  if (place.others.has('catch-all')) return kind !== 'optional-catch-all';
  const same = kind === 'static' ? place.statics.get(part) : undefined;
  if (same && takesRest(same, parts, index + 1)) return true;
  const dynamic = kind === 'static' || kind === 'dynamic' ? place.others.get('dynamic') : undefined;
  return dynamic !== undefined && takesRest(dynamic, parts, index + 1);
}
