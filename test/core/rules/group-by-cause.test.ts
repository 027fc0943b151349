import { configureChecks, groupByCause, runChecks, type App } from '@next-slots/core';
import { expect, test } from 'vitest';
import { appFrom, type AppFiles, type AppSetup } from '../../harness/findings.js';

function grouped(app: App, rules: Parameters<typeof configureChecks>[0]['rules'] = {}) {
  const configured = configureChecks({ preset: 'recommended', rules });
  if (!configured.ok) throw new Error(configured.problems.join('\n'));
  return groupByCause(runChecks(app, configured.value));
}

const sixNames = ['a', 'b', 'c', 'd', 'e', 'f'];
const sixPages: AppFiles = {
  'layout.tsx': true,
  'page.tsx': true,
  '@team/page.tsx': true,
  ...Object.fromEntries(sixNames.map((name) => [`${name}/page.tsx`, true] as const)),
};

test('one missing default that makes Next.js reject six pages is one finding at the layout', () => {
  expect(grouped(appFrom(sixPages))).toMatchObject([
    {
      check: 'require-slot-default',
      file: 'layout.tsx',
      urls: ['/a', '/b', '/c', '/d', '/e', '/f'],
      related: sixNames.map((name) => ({
        file: `${name}/page.tsx`,
        url: `/${name}`,
        // The name of the component.
        range: { start: { line: 1, column: 25 }, end: { line: 1, column: 34 } },
      })),
    },
  ]);
});

test('the pages are reported by themselves where the check at the cause is off', () => {
  const found = grouped(appFrom(sixPages), { 'require-slot-default': 'off' });
  expect(found.map(({ check, file }) => `${check} ${file}`)).toEqual(
    sixNames.map((name) => `no-unreachable-page ${name}/page.tsx`),
  );
});

test('a page that lacks two slots is related to both causes', () => {
  const files: AppFiles = {
    'layout.tsx': true,
    'page.tsx': true,
    '@a/page.tsx': true,
    '@b/page.tsx': true,
    'x/page.tsx': true,
  };
  expect(grouped(appFrom(files))).toMatchObject([
    { slot: '@a', related: [{ file: 'x/page.tsx', url: '/x' }] },
    { slot: '@b', related: [{ file: 'x/page.tsx', url: '/x' }] },
  ]);
});

test('a warning whose effects are errors is an error', () => {
  const found = grouped(appFrom(sixPages), { 'require-slot-default': 'warn' });
  expect(found).toMatchObject([{ check: 'require-slot-default', severity: 'error' }]);
});

const interceptions: AppFiles = {
  'layout.tsx': true,
  'page.tsx': true,
  'photo/page.tsx': true,
  'user/page.tsx': true,
  '@modal/default.tsx': true,
  '@modal/(.)photo/page.tsx': true,
  '@modal/(.)user/page.tsx': true,
};

test.each<[string, AppFiles, AppSetup['next'], string]>([
  ['one option', interceptions, { output: 'export' }, 'valid-interception @modal/(.)user/page.tsx'],
  [
    'one wrong marker',
    {
      'layout.tsx': true,
      'page.tsx': true,
      'default.tsx': true,
      'photo/page.tsx': true,
      'photo/new/page.tsx': true,
      '@modal/default.tsx': true,
      '@modal/(..)photo/page.tsx': true,
      '@modal/(..)photo/new/page.tsx': true,
    },
    {},
    'valid-interception @modal/(..)photo/page.tsx',
  ],
])('%s is one finding, whatever pages it is about', (_, files, next, related) => {
  const found = grouped(appFrom(files, next && { next }), { 'no-lingering-modal': 'off' });
  expect(found).toHaveLength(1);
  const places = [found[0], ...(found[0]?.related ?? [])].map((each) => each?.file);
  expect(places).toContain(related.split(' ')[1]);
  expect(places).toHaveLength(2);
});

test('two slots without a layout in their folder lack one layout', () => {
  const files: AppFiles = {
    'layout.tsx': true,
    'page.tsx': true,
    'x/@a/page.tsx': true,
    'x/@b/default.tsx': true,
  };
  expect(grouped(appFrom(files))).toMatchObject([
    {
      check: 'no-orphan-slot',
      file: 'x/@a/page.tsx',
      related: [{ file: 'x/@b/default.tsx', url: null }],
    },
  ]);
});
