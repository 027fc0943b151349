/**
 * What findings promise has to hold on every stored tree: their edits end them, and a modal lingers
 * exactly where following the browser step by step says so.
 */
import {
  findSegment,
  matchesOf,
  navigate,
  type App,
  type InterceptingRoute,
} from '@next-slots/core';
import { expect, test } from 'vitest';
import { appFrom, fixed } from '../harness/findings.js';
import { appOf, findingsOf, readVerdicts, textsOf } from './verdict-app.js';
import { verdictTarget } from './verdict-tree.js';

const trees = ['named-trees', 'random-trees', 'navigation'].flatMap((name) =>
  Object.entries(readVerdicts(name)),
);
const versions = ['15.5.29', '16.4.6', '16.4.6 webpack'];

/** Those whose edits are files for slots. */
const scaffolding = ['require-slot-default', 'require-children-default', 'no-lingering-modal'];

test.each(versions)('the edits of a finding end it: %s', (next) => {
  let edited = 0;
  for (const [name, { files }] of trees) {
    for (const finding of findingsOf(appOf(files, next), scaffolding)) {
      if (finding.edits.length === 0) continue;
      edited += 1;
      const after = appFrom(fixed(textsOf(files), [finding]), { next: verdictTarget(next) });
      const left = findingsOf(after, [finding.check]).filter(
        ({ check, segment, slot }) =>
          check === finding.check && segment === finding.segment && slot === finding.slot,
      );
      expect(left, name).toEqual([]);
    }
  }
  expect(edited).toBeGreaterThan(0);
});

test.each(versions)('a modal lingers where the browser keeps it: %s', (next) => {
  let lingering = 0;
  for (const [name, { files }] of trees) {
    const app = appOf(files, next);
    const findings = findingsOf(app, ['no-lingering-modal']);
    for (const interception of matchesOf(app).interceptions) {
      const place = placeOf(app, interception);
      const urls =
        findings.find(({ segment, slot }) => segment === place.segment && slot === place.slot)
          ?.urls ?? [];
      for (const { to, stays } of stepsAfter(app, interception)) {
        if (stays) lingering += 1;
        expect.soft(urls.includes(to), `${name}: ${interception.url}, then ${to}`).toBe(stays);
      }
    }
  }
  expect(lingering).toBeGreaterThan(0);
});

/** The owner and the slot that an intercepting route opens in. */
function placeOf(app: App, { file, segment }: InterceptingRoute) {
  const at = findSegment(app.tree, file.slice(0, file.lastIndexOf('/')));
  const way = at ? [...at.ancestors, at.segment] : [];
  const index = way.findLastIndex(
    ({ name }, depth) => depth < way.indexOf(segment) && /^@(?!children$)/u.test(name.raw),
  );
  return { segment: `/${way[index - 1]?.path ?? ''}`, slot: way[index]?.name.raw };
}

/** Opens an intercepting route from wherever that goes, and moves on to wherever that goes. */
function* stepsAfter(app: App, { url, target, file }: InterceptingRoute) {
  if (target === null) return;
  const matches = matchesOf(app);
  const pages = matches.routes.filter(({ kind, outcome }) => kind === 'page' && outcome === 'ok');
  for (const from of pages) {
    const way = [concrete(from.url), concrete(target)];
    const opened = navigate(matches, way);
    if (opened?.interceptedBy !== url || !shows(opened.soft, file)) continue;
    for (const { url: to } of pages) {
      const moved = navigate(matches, [...way, concrete(to)]);
      // Where another modal opens instead, nobody has moved on.
      if (moved?.interceptedBy === null) yield { to, stays: shows(moved.soft, file) };
    }
  }
}

function shows(
  fills: readonly { file: string | null; rendered: boolean }[],
  file: string,
): boolean {
  return fills.some((fill) => fill.rendered && fill.file === file);
}

function concrete(route: string): string {
  return route.replaceAll(/\[\[?\.\.\.[^/]*/gu, 'any/thing').replaceAll(/\[[^/]*\]/gu, '42');
}
