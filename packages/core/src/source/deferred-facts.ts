import { remembered } from '../remembered.js';
import { mentions } from './mentions.js';
import type { ModuleFacts } from './module-facts.js';
import { nothingKnown } from './read-facts.js';
import { detectStyle } from './source-style.js';

/** Gives one fact of a file. */
export type AskFact = <Name extends keyof ModuleFacts>(name: Name) => ModuleFacts[Name];

/** The facts of a file of which nothing is read before somebody asks for it. */
export function deferFacts(ask: AskFact): ModuleFacts {
  return new Proxy(noFacts, { get: (_, name: keyof ModuleFacts) => ask(name) });
}

const noFacts = nothingKnown('');

/** How many parsed files keep their tree: as many as the checks of one segment ask about in turn. */
const treesKept = 16;

/** What is known of one text. */
type KnownFacts = { -readonly [Name in keyof ModuleFacts]?: ModuleFacts[Name] };

/**
 * The facts of parsed texts: many files of an app have the same text. A fact is read off the tree when it
 * is first asked for; only the trees of the latest files are kept for another.
 */
export class ParsedFiles {
  readonly #capacity: number;
  /** By extension, then by text. */
  readonly #known = new Map<string, Map<string, KnownFacts>>();
  readonly #trees = new Map<KnownFacts, ModuleFacts>();

  /** @param capacity - So many texts of an extension are kept; a new one replaces the oldest. */
  constructor(capacity = Infinity) {
    this.#capacity = capacity;
  }

  /**
   * The facts of a text. It is parsed for the first fact that asks for more than a look at its words.
   *
   * @param parse - Parses the text; undefined where that fails.
   */
  factsOf(file: string, text: string, parse: () => ModuleFacts | undefined): ModuleFacts {
    const known = this.#knownOf(file.slice(file.lastIndexOf('.')), text);
    return deferFacts((name) => {
      if (!(name in known)) {
        known[name] = (mentions(text, name) ? this.#treeOf(known, text, parse) : noFacts)[name];
      }
      return known[name] as ModuleFacts[typeof name];
    });
  }

  #knownOf(extension: string, text: string): KnownFacts {
    const texts = remembered(this.#known, extension, () => new Map<string, KnownFacts>());
    const known = remembered(texts, text, () => ({ style: detectStyle(text) }));
    deleteOldest(texts, this.#capacity);
    return known;
  }

  #treeOf(known: KnownFacts, text: string, parse: () => ModuleFacts | undefined): ModuleFacts {
    const tree = this.#trees.get(known) ?? parse() ?? nothingKnown(text);
    this.#trees.delete(known);
    this.#trees.set(known, tree);
    deleteOldest(this.#trees, treesKept);
    return tree;
  }
}

function deleteOldest<Key>(map: Map<Key, unknown>, capacity: number): void {
  const [oldest] = map.size > capacity ? map.keys() : [];
  if (oldest !== undefined) map.delete(oldest);
}
