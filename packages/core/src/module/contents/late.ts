import { once } from '../../once.js';

const none = (): readonly never[] => [];

/**
 * Puts a search off until its result is asked for. A search holds on to the nodes of its module, which
 * outweigh all other facts: where the text shows that there is nothing to find, it is let go.
 */
export function late<T>(mayFind: boolean, find: () => readonly T[]): () => readonly T[] {
  return mayFind ? once(find) : none;
}
