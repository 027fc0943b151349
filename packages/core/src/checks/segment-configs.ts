import type { App } from '../app.js';
import type { LoaderFolder, LoaderTree } from '../matching/loader-tree.js';
import { matchedUrlsOf } from '../matching/match-routes.js';
import { matchesOf } from '../matching/matches-of.js';
import type { RouteMatches } from '../matching/route-matches.js';
import { mayExportConfig } from '../module/contents/segment-config.js';
import type { SegmentConfigFacts } from '../module/module-facts.js';
import { once } from '../once.js';
import type { Segment } from '../tree/route-tree.js';
import { filePath } from '../tree/walk.js';

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

/** What holds in a part of a loader tree, by option. */
type Config = ReadonlyMap<string, ConfigExport>;

const noConfig: Config = new Map();

const readers = new WeakMap<App, ConfigReader>();

/**
 * The options of which a slot has another value than a slot beside it that comes before it. Only files
 * below its owner are read for that.
 *
 * @param owner - The folder that the slot lies in.
 */
export function configConflictsAt(
  app: App,
  owner: Segment,
  slot: Segment,
): readonly ConfigConflict[] {
  let reader = readers.get(app);
  if (!reader) readers.set(app, (reader = new ConfigReader(app)));
  return reader.conflictsBelow(owner).get(slot.path) ?? [];
}

/** What is built for a folder with named slots, and at which URLs. */
type BuiltFolders = Map<LoaderFolder, string[]>;

const builtFolders = new WeakMap<RouteMatches, ReadonlyMap<string, BuiltFolders>>();

/** What is built for each folder with named slots, by its path. */
function builtFoldersOf(matches: RouteMatches): ReadonlyMap<string, BuiltFolders> {
  const known = builtFolders.get(matches);
  if (known) return known;
  const byPath = new Map<string, BuiltFolders>();
  const visit = (tree: LoaderTree, url: string): void => {
    if (tree.kind !== 'folder') return;
    for (const slot of tree.slots) visit(slot.tree, url);
    if (tree.slots.every(({ key }) => key === 'children')) return;
    const { path } = tree.segment;
    let built = byPath.get(path);
    if (!built) byPath.set(path, (built = new Map<LoaderFolder, string[]>()));
    const urls = built.get(tree);
    if (urls) urls.push(url);
    else built.set(tree, [url]);
  };
  for (const { tree, url, verdict } of matchedUrlsOf(matches).all) {
    if (tree && verdict.complete) visit(tree, url);
  }
  builtFolders.set(matches, byPath);
  return byPath;
}

/** Trees and files that many URLs share are looked through once. */
class ConfigReader {
  readonly #app: App;
  readonly #files = new Map<string, readonly ConfigExport[]>();
  readonly #configs = new Map<LoaderTree, () => Config>();
  /** By the path of the owner, then of the slot. */
  readonly #conflicts = new Map<string, ReadonlyMap<string, readonly ConfigConflict[]>>();

  constructor(app: App) {
    this.#app = app;
  }

  conflictsBelow({ path }: Segment): ReadonlyMap<string, readonly ConfigConflict[]> {
    let conflicts = this.#conflicts.get(path);
    if (!conflicts) this.#conflicts.set(path, (conflicts = this.#findBelow(path)));
    return conflicts;
  }

  #findBelow(path: string): ReadonlyMap<string, readonly ConfigConflict[]> {
    const found: FoundBySlot = new Map<string, Map<string, Found>>();
    for (const [tree, urls] of builtFoldersOf(matchesOf(this.#app)).get(path) ?? []) {
      this.#compare(tree, urls, found);
    }
    return new Map(
      [...found].map(([slot, ofSlot]) => [
        slot,
        [...ofSlot.values()].map((each) => ({ ...each, urls: [...each.urls].sort() })),
      ]),
    );
  }

  #compare(tree: LoaderFolder, urls: readonly string[], found: FoundBySlot): void {
    const named = tree.slots.filter(({ key }) => key !== 'children');
    // Nearly always no slot exports anything, and then `children`, often the whole app, is not read.
    if (named.every((slot) => this.#configOf(slot.tree).size === 0)) return;
    const before = new Map<string, ConfigExport>();
    const children = tree.slots.find(({ key }) => key === 'children');
    for (const { key, tree: below } of children ? [children, ...named] : named) {
      for (const [option, own] of this.#configOf(below)) {
        const other = before.get(option);
        if (other === undefined) before.set(option, own);
        else if (other.value !== own.value) {
          add(found, slotPath(tree.segment, key), { option, own, other, urls });
        }
      }
    }
  }

  #configOf(tree: LoaderTree): Config {
    let config = this.#configs.get(tree);
    if (!config) this.#configs.set(tree, (config = once(() => this.#read(tree))));
    return config();
  }

  /** What is further down goes before what is above it, and the first slot before the next. */
  #read(tree: LoaderTree): Config {
    if (tree.segment === undefined) return noConfig;
    const file = filePath(tree.segment, tree.kind === 'folder' ? 'layout' : tree.kind);
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
    if (!exported) this.#files.set(file, (exported = readExports(this.#app, file)));
    return exported;
  }
}

type Found = Omit<ConfigConflict, 'urls'> & { readonly urls: Set<string> };

/** By slot, then by the two files. */
type FoundBySlot = Map<string, Map<string, Found>>;

function add(found: FoundBySlot, slot: string, { option, own, other, urls }: ConfigConflict): void {
  let ofSlot = found.get(slot);
  if (!ofSlot) found.set(slot, (ofSlot = new Map<string, Found>()));
  const key = JSON.stringify([option, own.file, other.file]);
  const same = ofSlot.get(key);
  if (!same) ofSlot.set(key, { option, own, other, urls: new Set(urls) });
  else for (const url of urls) same.urls.add(url);
}

function slotPath({ path }: Segment, key: string): string {
  return path === '' ? `@${key}` : `${path}/@${key}`;
}

function readExports({ sources }: App, file: string): readonly ConfigExport[] {
  const text = sources.text(file);
  if (text === undefined || !mayExportConfig(text)) return [];
  const facts = sources.facts(file);
  return facts?.segmentConfig.map(({ option, value }) => ({ option, value, file })) ?? [];
}
