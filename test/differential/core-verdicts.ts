import type { App, RouteMatches } from '@next-slots/core';
import type { Core } from './open-with.js';

/** What a core says of an app, by what it is about, as plain data. */
export type Verdicts = Readonly<Record<string, readonly unknown[]>>;

/**
 * All that a core says of an app but its words.
 *
 * @param urls - Concrete URLs to explain, each alone and by way of the one before it.
 */
export function verdictsOf(
  core: Core,
  app: App,
  urls: readonly string[],
  withFindings: boolean,
): Verdicts {
  const matches = core.matchesOf(app);
  const seen = core.shownMatchesOf(app);
  return {
    ...matchesAsData(matches),
    seenRoutes: routesAsData(seen),
    levels: core.levelsOf(app).map(({ rows, ...level }) => ({
      ...level,
      rows: rows.map(({ fills, ...row }) => ({ ...row, fills: [...fills] })),
    })),
    explanations: urls.flatMap((url, index) => {
      const from = urls[(index * 7 + 3) % urls.length] ?? url;
      return [[], [from]].map((visited) => {
        const { kept, ...explained } = { kept: undefined, ...core.explainUrl(seen, url, visited) };
        return { ...explained, asked: [url, visited], kept: kept && [...kept] };
      });
    }),
    findings: withFindings ? findingsOf(core, app) : [],
  };
}

function matchesAsData(matches: RouteMatches): Verdicts {
  const { interceptions, missing, unmatched, displaced, canonical } = matches;
  return {
    routes: routesAsData(matches),
    interceptions: interceptions.map((each) => ({ ...each, segment: each.segment.path })),
    missing: missing.map((each) => ({ ...each, gaps: gapsAsData(each.gaps) })),
    unmatched: unmatched.map((each) => ({
      ...each,
      segment: each.segment.path,
      gaps: gapsAsData(each.gaps),
    })),
    displaced: displaced.map((each) => ({ ...each, segment: each.segment.path })),
    canonical: canonical.map(({ url }) => url),
    missingDefaults: gapsAsData(matches.missingDefaults),
    unbuildableSlots: gapsAsData(matches.unbuildableSlots),
    conflicts: matches.conflicts,
  };
}

function routesAsData({ routes }: RouteMatches): readonly unknown[] {
  return routes.map(({ url, kind, file, outcome, slots, renders, gaps }) => ({
    ...{ url, kind, file, outcome, slots, renders },
    gaps: gapsAsData(gaps),
  }));
}

function gapsAsData(
  gaps: readonly { readonly owner: { readonly path: string }; readonly slot: string }[],
): readonly string[] {
  return gaps.map(({ owner, slot }) => `${slot} of /${owner.path}`).sort();
}

function findingsOf(core: Core, app: App): readonly unknown[] {
  const configured = core.configureChecks({ preset: 'strict' });
  if (!configured.ok) throw new Error(configured.problems.join('\n'));
  return core
    .runChecks(app, configured.value)
    .map(({ check, file, segment, slot, urls, impact, edits }) => ({
      ...{ check, file, segment, slot, urls, impact, edits },
    }));
}
