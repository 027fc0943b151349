import { parseBuildComplaints, type BuildComplaints } from './build-complaints.js';
import {
  askInParts,
  buildReason,
  isComplaint,
  pick,
  withBuild,
  type BuildAnswer,
  type Measurement,
} from './measure-build.js';
import { get, ServerDown, withServer } from './next-server.js';
import { basePathOf, linkedPath } from './next-version.js';
import { urlsOf, type NamedTrees } from './oracle-tree.js';
import { readMarkers } from './rendered-markers.js';

/** What a hard navigation to one URL gets. */
export interface UrlAnswer {
  readonly status: number;
  /** The files of the tree whose output stood in the HTML, in document order. */
  readonly renders: readonly string[];
}

/** The answers by URL, both relative to the tree; or what the build already said against it. */
export type ServedAnswer = { readonly urls: Readonly<Record<string, UrlAnswer>> } | BuildAnswer;

/**
 * Builds and serves the trees and asks every URL of each one once. Trees that the build complains
 * about are left out of the app that is served, and those that keep the server from starting, too.
 */
export async function measureUrls(
  trees: NamedTrees,
  measurement: Measurement,
): Promise<ReadonlyMap<string, ServedAnswer>> {
  const names = Object.keys(trees);
  if (names.length === 0) return new Map();
  const { config } = measurement.build;
  const outcome = await withBuild(trees, measurement, async (app) => {
    if (app.result.code !== 0) return app.result.output;
    if (config?.['output'] === 'export') return unasked(names);
    try {
      return await withServer(app, measurement.signal, (origin) =>
        askEveryUrl(trees, origin, measurement),
      );
    } catch (error) {
      if (error instanceof ServerDown) return error.output;
      throw error;
    }
  });
  if (typeof outcome !== 'string') return outcome;

  const refused = new Map<string, BuildComplaints>(
    [...parseBuildComplaints(outcome, names)].filter(([, complaints]) => isComplaint(complaints)),
  );
  if (refused.size === 0) {
    measurement.log(`fails: ${buildReason(outcome).slice(0, 500)}`);
    return askInParts(trees, outcome, (part) => measureUrls(part, measurement));
  }
  const rest = pick(
    trees,
    names.filter((name) => !refused.has(name)),
  );
  return new Map<string, ServedAnswer>([...refused, ...(await measureUrls(rest, measurement))]);
}

/** Built without a word; there is no server to ask. */
function unasked(names: readonly string[]): ReadonlyMap<string, ServedAnswer> {
  return new Map(names.map((name) => [name, { urls: {} }]));
}

async function askEveryUrl(
  trees: NamedTrees,
  origin: string,
  { signal, build }: Measurement,
): Promise<ReadonlyMap<string, ServedAnswer>> {
  const base = `${origin}${basePathOf(build)}`;
  const root = await get(linkedPath(base, build), signal);
  if (root.status !== 200 || readMarkers(root.text).join() !== 'page') {
    throw new Error(`The page that belongs to no tree does not render: ${String(root.status)}`);
  }
  const answers = new Map<string, ServedAnswer>();
  for (const [name, tree] of Object.entries(trees)) {
    const urls: Record<string, UrlAnswer> = {};
    for (const url of new Set([...urlsOf(tree), ...(tree.urls ?? [])])) {
      const { status, text } = await get(
        linkedPath(`${base}/${name}${url === '/' ? '' : url}`, build),
        signal,
      );
      const renders = readMarkers(text)
        .filter((file) => file.startsWith(`${name}/`))
        .map((file) => file.slice(name.length + 1));
      urls[url] = { status, renders };
    }
    answers.set(name, { urls });
  }
  return answers;
}
