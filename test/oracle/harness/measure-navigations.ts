import { findChromium, withBrowser, type Screen } from './browser.js';
import { askInParts, withBuild, type Measurement } from './measure-build.js';
import { withServer } from './next-server.js';
import type { NamedTrees, OracleTree } from './oracle-tree.js';

/** What stands on the screen around one soft navigation. Files are relative to the tree. */
export interface NavigationAnswer {
  readonly from: string;
  readonly to: string;
  /** After a hard navigation to `from`. */
  readonly start: readonly string[];
  /** After the soft navigation to `to`. */
  readonly soft: readonly string[];
  /** After a reload there. */
  readonly reload: readonly string[];
}

/** What stands on the screen after each of several soft navigations in a row. */
export interface ChainAnswer {
  readonly urls: readonly string[];
  /** One entry per URL; the first is a hard navigation. */
  readonly steps: readonly (readonly string[])[];
}

/** What to navigate in one tree: URLs relative to it. */
export interface Journeys {
  readonly navigations: readonly { readonly from: string; readonly to: string }[];
  readonly chains: readonly { readonly urls: readonly string[] }[];
}

/** What a real browser showed, or why the tree cannot be built. */
export type JourneyAnswer =
  | { readonly navigations: readonly NavigationAnswer[]; readonly chains: readonly ChainAnswer[] }
  | { readonly buildError: string };

/** Trees with what to navigate in them. */
export type TravelledTrees = Readonly<Record<string, OracleTree & Journeys>>;

/** Builds and serves the trees and makes every journey in a real browser. */
export async function measureNavigations(
  trees: TravelledTrees,
  measurement: Measurement,
): Promise<ReadonlyMap<string, JourneyAnswer>> {
  const chromium = await findChromium();
  const outcome = await withBuild(trees, measurement, async (app) =>
    app.result.code === 0
      ? withServer(app, measurement.signal, (origin) =>
          withBrowser(chromium, measurement.signal, (screen) => travel(trees, origin, screen)),
        )
      : app.result.output,
  );
  if (typeof outcome !== 'string') return outcome;
  return askInParts(trees, outcome, (part) => measureNavigations(keep(trees, part), measurement));
}

async function travel(
  trees: TravelledTrees,
  origin: string,
  screen: Screen,
): Promise<ReadonlyMap<string, JourneyAnswer>> {
  const answers = new Map<string, JourneyAnswer>();
  for (const [name, { navigations, chains }] of Object.entries(trees)) {
    const path = (url: string) => `/${name}${url === '/' ? '' : url}`;
    const own = (files: readonly string[]) =>
      files
        .filter((file) => file.startsWith(`${name}/`))
        .map((file) => file.slice(name.length + 1));
    const travelled: NavigationAnswer[] = [];
    for (const { from, to } of navigations) {
      const start = own(await screen.load(origin + path(from)));
      const soft = own(await screen.push(path(to)));
      travelled.push({ from, to, start, soft, reload: own(await screen.reload()) });
    }
    const chained: ChainAnswer[] = [];
    for (const { urls } of chains) {
      const steps: string[][] = [];
      for (const [index, url] of urls.entries()) {
        steps.push(
          own(await (index === 0 ? screen.load(origin + path(url)) : screen.push(path(url)))),
        );
      }
      chained.push({ urls, steps });
    }
    answers.set(name, { navigations: travelled, chains: chained });
  }
  return answers;
}

function keep(trees: TravelledTrees, part: NamedTrees): TravelledTrees {
  return Object.fromEntries(Object.entries(trees).filter(([name]) => name in part));
}
