import {
  configureChecks,
  explainUrl,
  runChecks,
  shownMatchesOf,
  type App,
  type Finding,
  type Outcome,
} from '@next-slots/core';

/** What an impact says of the URLs that a finding names; the others say nothing of the kind. */
const outcomeOf: Partial<Record<Finding['impact'], Outcome>> = {
  'build-error': 'build-error',
  'not-found': 'not-found',
};

/** Where `check`, `matrix` and `explain` contradict each other about an app, one line each. */
export function contradictions(app: App): string[] {
  const matches = shownMatchesOf(app);
  const outcomes = new Map(matches.routes.map(({ url, outcome }) => [url, outcome]));
  const strict = configureChecks({ preset: 'strict' });
  if (!strict.ok) throw new Error(strict.problems.join('\n'));
  const findings = runChecks(app, strict.value);

  const ofFindings = findings.flatMap(({ check, impact, urls }) => {
    const said = outcomeOf[impact];
    return urls.flatMap((url) => {
      const outcome = outcomes.get(url);
      if (said === undefined || outcome === undefined || outcome === said) return [];
      return [`${check} says ${said} at ${url}, the matrix ${outcome}`];
    });
  });
  const refusing = findings.some(({ impact }) => impact === 'build-error');
  const ofMatrix = matches.routes.flatMap(({ url, outcome }) =>
    outcome === 'build-error' && !refusing ? [`No finding says that ${url} fails the build`] : [],
  );
  const ofExplain = matches.routes.flatMap(({ url }) => {
    // No URL can be asked that goes on behind a catch-all.
    if (/\[\.{3}[^/]*\/./u.test(url)) return [];
    const explained = explainUrl(matches, concrete(url), []);
    if ('unknown' in explained) return [`explain does not know ${url}`];
    const outcome = outcomes.get(explained.route);
    if (outcome === explained.outcome) return [];
    return [`explain says ${explained.outcome} at ${url}, the matrix ${String(outcome)}`];
  });
  return [...ofFindings, ...ofMatrix, ...ofExplain];
}

function concrete(route: string): string {
  return route
    .replaceAll(/(?<=\/)\[\[?\.\.\.[^/]*(?=\/|$)/gu, 'any/thing')
    .replaceAll(/(?<=\/)\[[^/]*\](?=\/|$)/gu, '42');
}
