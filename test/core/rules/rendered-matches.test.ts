import {
  hasMissing,
  explainUrl,
  levelsOf,
  shownMatchesOf,
  type NextTarget,
} from '@next-slots/core';
import { expect, test } from 'vitest';
import { appFrom, type AppFiles } from '../../harness/findings.js';

const about = (layout: string): AppFiles => ({
  'layout.tsx': layout,
  'page.tsx': true,
  'about/page.tsx': true,
  '@team/page.tsx': true,
});
const shown = (layout: string, next: Partial<NextTarget>) => {
  const app = appFrom(about(layout), { next });
  const matches = shownMatchesOf(app);
  const explanation = explainUrl(matches, '/about', []);
  if ('unknown' in explanation) throw new Error(explanation.unknown);
  return {
    outcome: matches.routes.find(({ url }) => url === '/about')?.outcome,
    explained: explanation.outcome,
    rendered: explanation.hard.find(({ slot }) => slot === '@team')?.rendered,
    broken: levelsOf(app).flatMap(({ rows }) => rows.filter(hasMissing).map(({ url }) => url)),
  };
};

const dropped = 'export default function Layout({ children }) { return children; }';
const rendered = 'export default function Layout({ children, team }) { return [children, team]; }';
const chosen =
  'export default function Layout({ children, team }) { return user ? team : children; }';
const elsewhere = "export { default } from '../shell';";

test.each(['14.2.35', '15.5.29'])(
  'a slot that no layout renders breaks nothing on %s',
  (version) => {
    const next = { version, bundler: 'webpack' } as const;
    expect(shown(dropped, next)).toEqual({
      outcome: 'ok',
      explained: 'ok',
      rendered: false,
      broken: [],
    });
    for (const layout of [rendered, chosen, elsewhere]) {
      expect(shown(layout, next)).toEqual({
        outcome: 'not-found',
        explained: 'not-found',
        rendered: true,
        broken: ['/about'],
      });
    }
  },
);

test.each(['turbopack', 'webpack'] as const)(
  'the build of 16.4 fails all the same, %s',
  (bundler) => {
    expect(shown(dropped, { version: '16.4.6', bundler })).toMatchObject({
      outcome: 'build-error',
      explained: 'build-error',
      broken: ['/about'],
    });
  },
);
