import type { App } from '../../app.js';
import type { LoaderTree } from '../../next/loader-tree/loader-tree.js';
import { slotsOfFolder, type FolderAtUrl } from '../../next/queries/slots-of-folder.js';
import { matchesOf } from '../../next/matches-of.js';
import type { SegmentConfigFacts } from '../../source/module-facts.js';
import type { Segment } from '../../routes/route-tree.js';
import { filePath, walkSegments } from '../../routes/walk.js';
import type { NextSemantics } from '../../next/versions/next-semantics.js';

/** An option that a file exports. */
export interface ConfigExport extends Pick<SegmentConfigFacts, 'option' | 'value'> {
  /** Relative to the app directory. */
  readonly file: string;
}

/** Two values of one option in sibling slots. */
export interface ConfigConflict {
  readonly option: string;
  /** In the slot. */
  readonly own: ConfigExport;
  /** In another slot of the same folder, `children` included. */
  readonly other: ConfigExport;
  /** Where both are active, sorted. */
  readonly urls: readonly string[];
}

const mergedOptions: Readonly<Record<NextSemantics['mergedConfig'], readonly string[]>> = {
  none: [],
  caching: ['dynamic', 'revalidate'],
  all: ['dynamic', 'dynamicParams', 'fetchCache', 'revalidate', 'runtime'],
};

/** The URLs at which Turbopack cannot merge the options of sibling slots. */
export function urlsWithConfigConflict(app: App): ReadonlySet<string> {
  if (matchesOf(app).semantics.mergedConfig === 'none') return new Set();
  const owners = Array.from(walkSegments(app.tree), ({ segment }) => segment).filter(
    ({ slots }) => slots.length > 0,
  );
  const found = owners.flatMap((owner) => [...configConflictsIn(app, owner).values()].flat());
  return new Set(found.flatMap(({ urls }) => urls));
}

/** What holds in a part of a loader tree, by option. */
type Config = ReadonlyMap<string, ConfigExport>;

const noConfig: Config = new Map();

/**
 * The options of which a slot has another value than a slot beside it that comes before it, by slot key, as
 * far as the Next.js version merges them.
 */
export function configConflictsIn(
  app: App,
  owner: Segment,
): ReadonlyMap<string, readonly ConfigConflict[]> {
  const { mergedConfig } = matchesOf(app).semantics;
  const reader = new ConfigReader(app, mergedOptions[mergedConfig]);
  for (const at of slotsOfFolder(matchesOf(app), owner.path)) reader.visit(at);
  return reader.conflicts();
}

class ConfigReader {
  readonly #app: App;
  readonly #options: readonly string[];
  readonly #files = new Map<string, readonly ConfigExport[]>();
  readonly #configs = new Map<LoaderTree, Config>();
  /** By slot key, then by the two files. */
  readonly #found = new Map<string, Map<string, Found>>();

  constructor(app: App, options: readonly string[]) {
    this.#app = app;
    this.#options = options;
  }

  conflicts(): ReadonlyMap<string, readonly ConfigConflict[]> {
    return new Map(
      [...this.#found].map(([slot, found]) => [
        slot,
        [...found.values()].map((each) => ({ ...each, urls: [...each.urls].sort() })),
      ]),
    );
  }

  visit({ tree, url }: FolderAtUrl): void {
    const named = tree.slots.filter(({ key }) => key !== 'children');
    // Nearly always no slot exports anything, and then `children`, often the whole app, is not read.
    if (named.every((slot) => this.#configOf(slot.tree).size === 0)) return;
    const before = new Map<string, ConfigExport>();
    const children = tree.slots.find(({ key }) => key === 'children');
    for (const { key, tree: below } of children ? [children, ...named] : named) {
      for (const [option, own] of this.#configOf(below)) {
        const other = before.get(option);
        if (other === undefined) before.set(option, own);
        else if (other.value !== own.value) this.#add(key, own, other, url);
      }
    }
  }

  #add(slot: string, own: ConfigExport, other: ConfigExport, url: string): void {
    let ofSlot = this.#found.get(slot);
    if (!ofSlot) this.#found.set(slot, (ofSlot = new Map<string, Found>()));
    const key = JSON.stringify([own.option, own.file, other.file]);
    const same = ofSlot.get(key);
    if (same) same.urls.add(url);
    else ofSlot.set(key, { option: own.option, own, other, urls: new Set([url]) });
  }

  #configOf(tree: LoaderTree): Config {
    let config = this.#configs.get(tree);
    if (!config) this.#configs.set(tree, (config = this.#read(tree)));
    return config;
  }

  /** What is further down goes before what is above it, and the first slot before the next. */
  #read(tree: LoaderTree): Config {
    if (tree.folder === undefined) return noConfig;
    const file = filePath(tree.folder.segment, tree.kind === 'folder' ? 'layout' : tree.kind);
    const below = tree.kind === 'folder' ? tree.slots.map((slot) => this.#configOf(slot.tree)) : [];
    const own = file === undefined ? [] : this.#exportsOf(file);
    const config = new Map<string, ConfigExport>();
    for (const each of [...below.flatMap((slot) => [...slot.values()]), ...own]) {
      if (!config.has(each.option)) config.set(each.option, each);
    }
    return config;
  }

  #exportsOf(file: string): readonly ConfigExport[] {
    let exported = this.#files.get(file);
    if (!exported) this.#files.set(file, (exported = this.#readExports(file)));
    return exported;
  }

  #readExports(file: string): readonly ConfigExport[] {
    const config = this.#app.sources.facts(file)?.segmentConfig ?? [];
    return config
      .filter(({ option }) => this.#options.includes(option))
      .map(({ option, value }) => ({ option, value, file }));
  }
}

type Found = Omit<ConfigConflict, 'urls'> & { readonly urls: Set<string> };
