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
  readonly #matches: Map<string, RouteMatches>;

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
    const matchesTheSame =
      before &&
      before.tree === this.tree &&
      isSame(before.app.unrendered, app.unrendered) &&
      isSame(before.app.next, app.next);
    this.#matches = matchesTheSame ? before.#matches : new Map<string, RouteMatches>();
  }

  /** What every slot shows at every URL, where a Next.js version builds the app. */
  matches(target: Target): RouteMatches {
    const { version, bundler } = target;
    const key = `${version} ${bundler}`;
    let matches = this.#matches.get(key);
    if (!matches) {
      const semantics = semanticsFor({ ...this.app.next, version, bundler });
      matches = withLayouts(
        matchRoutes(this.tree, semantics),
        ({ path }, slot) => !this.#unrendered.has(keyOf(path, slot)),
      );
      this.#matches.set(key, matches);
    }
    return matches;
  }
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
