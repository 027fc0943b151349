import { once } from '../../once.js';

const none = (): readonly never[] => [];

/**
 * Puts a search off until its result is asked for. A search holds on to the nodes of its module, which
 * outweigh all other facts: where the text shows that there is nothing to find, it is let go.
 */
export function late<T>(mayFind: boolean, find: () => readonly T[]): () => readonly T[] {
  return mayFind ? once(() => found(find)) : none;
}

/** In a tree with pieces missing nothing is found. */
function found<T>(find: () => readonly T[]): readonly T[] {
  try {
    return find();
  } catch {
    return [];
  }
}

/** Puts off the sorting of names, of which only an edit that adds another one wants to know. */
export function lateSorted(names: ReadonlySet<string>): () => readonly string[] {
  return once(() => [...names].sort());
}
