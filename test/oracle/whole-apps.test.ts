/**
 * What we say of a whole app must be what real Next.js did with it: test/oracle/apps holds what
 * `next build` and `next start` made of each. The build fails where a finding at error level says so,
 * and nowhere else; and each URL that was asked renders the files that our matcher names.
 */
import { findRoute, shownMatchesOf, type App, type Finding, type Route } from '@next-slots/core';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { appFrom } from '../harness/findings.js';
import { targetOf } from './compare.js';
import { topAppFiles } from './harness/write-app.js';
import { findingsOf } from './verdict-app.js';
import { verdictTarget } from './verdict-tree.js';
import type { WholeApp, WholeApps } from './whole-apps.js';

const directory = new URL('apps/', import.meta.url);
const topics = readdirSync(directory).filter((name) => name.endsWith('.json'));

for (const topic of topics) {
  const apps = JSON.parse(readFileSync(new URL(topic, directory), 'utf8')) as WholeApps;
  for (const [name, app] of Object.entries(apps)) {
    const title = `${topic.replace('.json', '')}, ${name}`;
    test(`${title} is measured`, () => {
      expect(Object.keys(app.verdicts)).not.toEqual([]);
      expect(Object.keys(app.verdicts)).toEqual(
        expect.arrayContaining(Object.keys(app.notModelled ?? {})),
      );
    });
    for (const next of Object.keys(app.verdicts)) {
      const reason = app.notModelled?.[next];
      test(`${title} on Next ${next}${reason === undefined ? '' : ` differs: ${reason}`}`, () => {
        const found = differences(app, next);
        if (reason === undefined) expect(found).toEqual([]);
        else expect(found).not.toEqual([]);
      });
    }
  }
}

/** Where we and Next.js differ about an app, one line each. */
function differences(measured: WholeApp, next: string): string[] {
  const verdict = measured.verdicts[next];
  const app = appOf(measured, next);
  const errors = findingsOf(app).filter(({ severity }) => severity === 'error');
  const refusing = errors.filter(({ impact }) => impact === 'build-error');
  if (verdict?.build === 'fails') {
    return refusing.length > 0
      ? []
      : [`The build fails, and no finding says so: ${verdict.reason}`];
  }
  const refused = shownMatchesOf(app).routes.filter(({ outcome }) => outcome === 'build-error');
  const ofBuild = [
    ...refusing.map((finding) => `The build passes, but ${printed(finding)}`),
    ...refused.map(({ url }) => `The build passes, but the matcher has it fail at ${url}`),
  ];
  if (verdict?.urls === undefined) {
    return errors.length > 0 ? ofBuild : [...ofBuild, 'The server does not start'];
  }
  const ofUrls = Object.entries(verdict.urls).flatMap(([url, { status, renders }]) => {
    const route = routeAt(app, url);
    const said = isUnserved(app) ? nothing : saidOf(route, measured);
    const wanted = wantedOf(status, renders, said);
    const broken = brokenBy(errors, route);
    return [
      ...(said === wanted ? [] : [`${url}: we say ${said}, Next ${wanted} (${String(status)})`]),
      ...(wanted === nothing ? [] : broken.map((each) => `${url} works, but ${printed(each)}`)),
    ];
  });
  return [...ofBuild, ...ofUrls];
}

function appOf(measured: WholeApp, next: string): App {
  const target = targetOf({ ...verdictTarget(next), config: measured.config ?? {} });
  return appFrom(topAppFiles(measured), { next: target });
}

/** Every URL of an app that builds and then is not served. */
function isUnserved(app: App): boolean {
  return shownMatchesOf(app).conflicts.some(({ consequence }) => consequence === 'unserved');
}

function routeAt(app: App, url: string): Route | undefined {
  const matches = shownMatchesOf(app);
  const found = findRoute(matches, url)?.route;
  return matches.routes.find((route) => route.url === found);
}

const nothing = 'nothing';
const anything = 'something';

/** What a URL shows as our matcher says. */
function saidOf(route: Route | undefined, { sources = {} }: WholeApp): string {
  if (route?.outcome !== 'ok') return nothing;
  // A layout or page of one's own shows what it will.
  if (route.kind === 'handler' || Object.keys(sources).some(isShown)) return anything;
  return shown(route.renders.map((file) => file.replace(/\.tsx$/u, '')));
}

/** The same as Next.js answered: a route handler and a file with a text of its own leave no mark. */
function wantedOf(status: number, renders: readonly string[], said: string): string {
  if (status >= 400) return nothing;
  return said === anything ? anything : shown(renders.filter(isPageOrDefault));
}

function shown(files: readonly string[]): string {
  return [...new Set(files)].sort().join(', ') || nothing;
}

function isPageOrDefault(file: string): boolean {
  return /(?:^|\/)(?:page|default)$/u.test(file);
}

function isShown(file: string): boolean {
  return /(?:^|\/)(?:layout|template|page|default)$/u.test(file);
}

/** The findings that say that a URL is not found. */
function brokenBy(errors: readonly Finding[], route: Route | undefined): readonly Finding[] {
  return errors.filter(
    ({ impact, urls }) => impact === 'not-found' && route !== undefined && urls.includes(route.url),
  );
}

function printed({ check, impact, urls, message }: Finding): string {
  return `${check} (${impact}, ${urls.join(' ')}): ${message}`;
}
