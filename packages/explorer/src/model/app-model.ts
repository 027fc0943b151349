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
  readonly listing: FileListing;
  readonly #unrendered: ReadonlySet<string>;
  readonly #matches = new Map<string, RouteMatches>();

  /** @param before - The model before a change, from which what did not change is taken. */
  constructor(app: ExplorerApp, before?: AppModel) {
    this.app = app;
    const pages = app.pagesRouter.length > 0 ? new Map(app.pagesRouter) : undefined;
    this.listing = listingOf(app.files, before?.listing);
    this.tree = buildRouteTree(this.listing, app.pageExtensions, before?.tree, pages);
    this.#unrendered = new Set(app.unrendered.map(({ owner, slot }) => keyOf(owner, slot)));
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
