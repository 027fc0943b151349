/** What is said about navigation and interception must be what a real browser showed in whole apps. */
import { matchesOf, navigate } from '@next-slots/core';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { appFrom, findingsIn } from '../harness/findings.js';
import { verdictTarget } from './verdict-tree.js';
import type { WholeApp, WholeApps } from './whole-apps.js';

const apps = ['interception'].flatMap((topic) => {
  const text = readFileSync(new URL(`apps/${topic}.json`, import.meta.url), 'utf8');
  return Object.entries(JSON.parse(text) as WholeApps);
});
const measured = apps.flatMap(([name, app]) =>
  Object.entries(app.verdicts).map(([next, verdict]) => ({ name, next, app, verdict })),
);

function appOf({ files, config }: WholeApp, next: string) {
  const texts = Object.fromEntries(files.map((file) => [`${file}.tsx`, true as const]));
  const i18n = config?.['i18n'] !== undefined;
  return appFrom(texts, { next: { ...verdictTarget(next), ...(i18n && { i18n }) } });
}

/** Where navigation is not yet followed, by build and journey. */
const notModelled: Readonly<Record<string, readonly string[]>> = {
  // Where two intercepting routes take a URL, 14.2 rewrites the path for each of them in turn.
  '14.2.35': ['/h/users /h/users/new'],
  // From the intercepting page itself the browser does not leave for the URL that its catch-all leaves out.
  '15.5.29': ['/x /photo/1 /photo'],
};

describe.each(measured)('$name on $next', ({ name, next, app, verdict }) => {
  const isStaticTarget = /static target|swallowed/u.test(name) && !name.includes('force-dynamic');

  test.runIf(isStaticTarget)('valid-interception says whether the build fails', () => {
    const findings = findingsIn(appOf(app, next), 'valid-interception');
    const impact = verdict.build === 'fails' ? 'build-error' : 'silent';
    expect(findings).toMatchObject([{ messageId: 'staticTarget', impact }]);
  });

  const isMeant = /catch-all$|i18n|handler/u.test(name) && !name.startsWith('catch-all');
  test.runIf(isMeant && app.notModelled?.[next] === undefined)(
    'valid-interception reports what is never taken, and nothing else',
    () => {
      const findings = findingsIn(appOf(app, next), 'valid-interception');
      expect(findings.length > 0).toBe(verdict.build === 'fails' || !isTaken(verdict.journeys));
    },
  );

  test.runIf(verdict.build === 'passes' && verdict.journeys)('the browser is followed', () => {
    const matches = matchesOf(appOf(app, next));
    const journeys = verdict.build === 'passes' ? (verdict.journeys ?? {}) : {};
    expect(Object.keys(journeys).length).toBeGreaterThan(0);
    for (const [journey, steps] of Object.entries(journeys)) {
      const fills = navigate(matches, journey.split(' '))?.soft ?? [];
      const files = fills.flatMap(({ file, rendered }) => (rendered && file ? [file] : []));
      // Up to 16.0 an empty slot makes the whole page not-found, but for the first layer of groups, where
      // Next puts a boundary.
      const lost =
        matches.semantics.besideInterception === 'default-or-not-found' &&
        fills.some(
          ({ fill, rendered, segment }) =>
            rendered && fill === 'missing' && !/^\/(?:\([^/]*\))?$/u.test(segment),
        );
      const shown = lost ? [] : files.map((file) => file.replace(/\.tsx$/u, ''));
      const inBrowser = [...(steps.at(-1) ?? [])].sort();
      const known = notModelled[next]?.includes(journey) === true;
      if (known) expect.soft([...new Set(shown)].sort(), journey).not.toEqual(inBrowser);
      else expect.soft([...new Set(shown)].sort(), journey).toEqual(inBrowser);
    }
  });
});

/** Whether the last step of a journey shows the intercepting page. */
function isTaken(journeys: Readonly<Record<string, readonly (readonly string[])[]>> = {}) {
  return Object.values(journeys).some((steps) =>
    steps.at(-1)?.some((file) => file.includes('(.)')),
  );
}

test.each(['16.4.6', '15.5.29'])(
  'the checks of navigation find what the browser showed: %s',
  (next) => {
    const navigation = apps.find(([name]) => name === 'navigation')?.[1];
    const app = appOf(navigation ?? { files: [], verdicts: {} }, next);
    const urls = (check: Parameters<typeof findingsIn>[1]) =>
      findingsIn(app, check).map((finding) => [finding.segment, ...finding.urls].join(' '));
    expect(urls('no-greedy-interception')).toEqual(['/g/@m/users/(.)[id] /g/users/new']);
    expect(urls('require-slot-index')).toEqual(['/s /s']);
    expect(urls('no-interception-from-outside')).toEqual([
      '/o/(feed) /o/x',
      ...(next === '16.4.6' ? ['/p/(feed) /p/x'] : []),
    ]);
  },
);
