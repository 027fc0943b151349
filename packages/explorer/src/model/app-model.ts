import {
  buildRouteTree,
  matchRoutes,
  semanticsFor,
  withLayouts,
  type RouteMatches,
  type RouteTree,
} from '@next-slots/core';
import type { ExplorerApp } from '../data/explorer-app.js';
import { listingOf, type FileListing } from '../data/file-listing.js';
import type { Target } from './explorer-state.js';

/** An app that can be asked what it shows, in any Next.js version. */
export class AppModel {
  readonly app: ExplorerApp;
  readonly tree: RouteTree;
  readonly #listing: FileListing;
  readonly #pages: ReadonlyMap<string, string> | undefined;
  readonly #unrendered: ReadonlySet<string>;
  /** What Next.js does with the app's files, by version and bundler. */
  readonly #matches: Map<string, RouteMatches>;
  /** The same with what is known of the sources. */
  readonly #shown: Map<string, RouteMatches>;

  /** @param before - The model before a change, from which what did not change is taken. */
  constructor(app: ExplorerApp, before?: AppModel) {
    this.app = app;
    this.#listing = listingOf(app.files, before && before.#listing);
    this.#pages =
      before && isSame(before.app.pagesRouter, app.pagesRouter)
        ? before.#pages
        : pagesOf(app.pagesRouter);
    this.tree = buildRouteTree(this.#listing, app.pageExtensions, before?.tree, this.#pages);
    this.#unrendered = new Set(app.unrendered.map(({ owner, slot }) => keyOf(owner, slot)));
    const treeIsSame = before?.tree === this.tree && isSame(before.app.next, app.next);
    this.#matches = treeIsSame ? before.#matches : new Map<string, RouteMatches>();
    const isSameApp = treeIsSame && isSame(before.app.unrendered, app.unrendered);
    this.#shown = isSameApp ? before.#shown : new Map<string, RouteMatches>();
  }

  /**
   * What every slot shows at every URL, where a Next.js version builds the app.
   *
   * @param rejected - See {@link TargetFindings.rejected}, as far as that is known.
   */
  matches({ version, bundler }: Target, rejected: readonly string[] = []): RouteMatches {
    const { tree } = this;
    const next = { ...this.app.next, version, bundler };
    const matches = kept(this.#matches, JSON.stringify([version, bundler]), () =>
      matchRoutes(tree, semanticsFor(next)),
    );
    return kept(this.#shown, JSON.stringify([version, bundler, rejected]), () =>
      withLayouts(
        matches,
        ({ path }, slot) => !this.#unrendered.has(keyOf(path, slot)),
        (url) => rejected.includes(url),
      ),
    );
  }
}

function kept<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  let value = known.get(key);
  if (value === undefined) known.set(key, (value = make()));
  return value;
}

function keyOf(owner: string, slot: string): string {
  return JSON.stringify([owner, slot]);
}

function pagesOf(pages: ExplorerApp['pagesRouter']): ReadonlyMap<string, string> | undefined {
  return pages.length > 0 ? new Map(pages) : undefined;
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
