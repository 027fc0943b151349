import type { App } from '../../app.js';
import { groupBy } from '../../group-by.js';
import type { LoaderFolder, LoaderTree } from '../../next/loader-tree/loader-tree.js';
import { remembered } from '../../remembered.js';
import { matchesOf } from '../../next/matches-of.js';
import type { RouteMatches } from '../../next/route-matches.js';
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
  /** The key of the slot. */
  readonly slot: string;
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
  const conflicts = Array.from(walkSegments(app.tree), (at) => configConflictsIn(app, at.segment));
  return new Set(conflicts.flat().flatMap(({ urls }) => urls));
}

/**
 * The options of which a slot has another value than a slot beside it that comes before it, as far as the
 * Next.js version merges them.
 */
export function configConflictsIn(app: App, owner: Segment): readonly ConfigConflict[] {
  const matches = matchesOf(app);
  const options = mergedOptions[matches.semantics.mergedConfig];
  if (options.length === 0 || owner.slots.length === 0) return [];
  const configOf = configReader(app, options);
  const conflicts = new Map<string, Omit<ConfigConflict, 'urls'> & { readonly urls: string[] }>();
  for (const { tree, url } of matches.derive(foldersWithSlots).get(owner.path) ?? []) {
    for (const conflict of conflictsBetween(tree.slots, configOf)) {
      const { slot, option, own, other } = conflict;
      const key = JSON.stringify([slot, option, own.file, other.file]);
      remembered(conflicts, key, () => ({ ...conflict, urls: [] })).urls.push(url);
    }
  }
  return Array.from(conflicts.values(), (each) => ({ ...each, urls: each.urls.sort() }));
}

/** A folder with named slots in the loader tree of one URL. */
interface FolderAtUrl {
  readonly url: string;
  readonly tree: LoaderFolder;
}

/** What folders with named slots are at each URL that Next.js keeps, by their paths. */
function foldersWithSlots({ urls }: RouteMatches): ReadonlyMap<string, readonly FolderAtUrl[]> {
  const found: FolderAtUrl[] = [];
  const visit = (tree: LoaderTree, url: string) => {
    if (tree.kind !== 'folder') return;
    for (const below of tree.slots.values()) visit(below, url);
    if ([...tree.slots.keys()].some((key) => key !== 'children')) found.push({ url, tree });
  };
  for (const { tree, url, verdict } of urls) if (tree && verdict.complete) visit(tree, url);
  return groupBy(found, ({ tree }) => tree.folder.segment.path);
}

function* conflictsBetween(
  slots: LoaderFolder['slots'],
  configOf: (tree: LoaderTree) => Config,
): Generator<Omit<ConfigConflict, 'urls'>> {
  const children = [...slots].filter(([key]) => key === 'children');
  const named = [...slots].filter(([key]) => key !== 'children');
  // Nearly always no slot exports anything, and then `children`, often the whole app, is not read.
  if (named.every(([, tree]) => configOf(tree).size === 0)) return;
  const before = new Map<string, ConfigExport>();
  for (const [slot, tree] of [...children, ...named]) {
    for (const [option, own] of configOf(tree)) {
      const other = before.get(option);
      if (other === undefined) before.set(option, own);
      else if (other.value !== own.value) yield { slot, option, own, other };
    }
  }
}

/** What holds in a part of a loader tree, by option. */
type Config = ReadonlyMap<string, ConfigExport>;

/** Reads each tree once, since many URLs share some. */
function configReader(app: App, options: readonly string[]): (tree: LoaderTree) => Config {
  const configs = new Map<LoaderTree, Config>();
  const configOf = (tree: LoaderTree): Config => remembered(configs, tree, () => read(tree));
  return configOf;

  /** What is further down goes before what is above it, and the first slot before the next. */
  function read(tree: LoaderTree): Config {
    const config = new Map<string, ConfigExport>();
    if (tree.folder === undefined) return config;
    const below = tree.kind === 'folder' ? Array.from(tree.slots.values(), configOf) : [];
    const file = filePath(tree.folder.segment, tree.kind === 'folder' ? 'layout' : tree.kind);
    const own = file === undefined ? [] : exportsOf(app, file, options);
    for (const each of [...below.flatMap((slot) => [...slot.values()]), ...own]) {
      if (!config.has(each.option)) config.set(each.option, each);
    }
    return config;
  }
}

function exportsOf(app: App, file: string, options: readonly string[]): readonly ConfigExport[] {
  const config = app.sources.facts(file)?.segmentConfig ?? [];
  return config
    .filter(({ option }) => options.includes(option))
    .map(({ option, value }) => ({ option, value, file }));
}
