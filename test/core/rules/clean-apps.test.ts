/** Apps that do all as Next's own docs and examples do: the checks of navigation have nothing to say. */
import { configureChecks } from '@next-slots/core';
import { expect, test } from 'vitest';
import { appFrom, runCheck, type AppFiles } from '../../harness/findings.js';

const names = [
  'no-lingering-modal',
  'no-greedy-interception',
  'no-interception-from-outside',
  'require-slot-index',
  'valid-interception',
];

const files = (...paths: readonly string[]): AppFiles =>
  Object.fromEntries(paths.map((path) => [`${path}.tsx`, true]));

/** https://nextjs.org/docs/app/api-reference/file-conventions/parallel-routes#modals */
const documentedModal = files(
  'layout',
  'page',
  'about/page',
  'login/page',
  '@auth/default',
  '@auth/page',
  '@auth/[...catchAll]/page',
  '@auth/(.)login/page',
);

/** https://github.com/vercel/nextgram */
const nextgram = files(
  'layout',
  'page',
  'default',
  'photos/[id]/page',
  '@modal/default',
  '@modal/(.)photos/[id]/page',
);

const dashboardWithTabs = files(
  'layout',
  'page',
  'dashboard/layout',
  'dashboard/page',
  'dashboard/default',
  'dashboard/@analytics/layout',
  'dashboard/@analytics/default',
  'dashboard/@analytics/page',
  'dashboard/@analytics/page-views/page',
  'dashboard/@analytics/visitors/page',
  'dashboard/@team/default',
  'dashboard/@team/page',
);

const gallery = files(
  'layout',
  'page',
  'feed/layout',
  'feed/page',
  'feed/@modal/default',
  'feed/@modal/page',
  'feed/@modal/[...catchAll]/page',
  'feed/@modal/(..)photo/[id]/page',
  'photo/[id]/page',
  'user/[name]/layout',
  'user/[name]/page',
  'user/[name]/@modal/default',
  'user/[name]/@modal/page',
  'user/[name]/@modal/[...catchAll]/page',
  'user/[name]/@modal/(.)followers/page',
  'user/[name]/@modal/(...)photo/[id]/page',
  'user/[name]/followers/page',
);

const apps = { documentedModal, nextgram, dashboardWithTabs, gallery };
const nexts = [
  ['14.2.35', 'webpack'],
  ['15.5.29', 'webpack'],
  ['16.2.12', 'turbopack'],
  ['16.4.6', 'turbopack'],
  ['16.4.6', 'webpack'],
] as const;

test.each(Object.entries(apps))('%s', (_, app) => {
  const recommended = configureChecks({ preset: 'recommended' });
  const chosen = recommended.ok ? recommended.value : [];
  for (const [version, bundler] of nexts) {
    const found = chosen
      .filter(({ check }) => names.includes(check.name))
      .flatMap(({ check, options }) =>
        runCheck(check, appFrom(app, { next: { version, bundler } }), options),
      );
    expect(
      found.map(({ message }) => message),
      version,
    ).toEqual([]);
  }
  expect(chosen.length).toBeGreaterThan(names.length);
});
