import { partKind, type PartKind } from './segment-url.js';

/** The parts of a route as Next prints it: `/photo/[id]`. */
export function partsOfPattern(pattern: string): readonly string[] {
  return pattern.split('/').filter((part) => part !== '');
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
