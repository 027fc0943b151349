import { configureChecks, type LevelBox, type SourceReader } from '@next-slots/core';
import { describeApp } from '@next-slots/explorer';
import { expect, test, vi } from 'vitest';
import { AppModel } from '../../packages/explorer/src/model/app-model.js';
import { initialState } from '../../packages/explorer/src/model/explorer-state.js';
import { filterRows, routeRows } from '../../packages/explorer/src/model/route-rows.js';
import {
  nextSteps,
  screenOf,
  showsFile,
  stepsOfBox,
  urlOfFile,
} from '../../packages/explorer/src/model/screen.js';
import { suggestUrls } from '../../packages/explorer/src/model/suggest-urls.js';
import { treeFromFiles } from '../harness/tree-from-files.js';

const nothingRead: SourceReader = {
  text: () => undefined,
  facts: () => undefined,
  template: () => undefined,
};

const own = { version: '16.4.6', bundler: 'turbopack' } as const;

/** An app through what a host says of it. */
function open(files: readonly string[]) {
  const checks = configureChecks({ preset: 'recommended' });
  if (!checks.ok) throw new Error(checks.problems.join());
  const app = { tree: treeFromFiles(files), next: own, settings: {}, sources: nothingRead };
  const described = describeApp({ name: 'app', app, checks: checks.value });
  const model = new AppModel(JSON.parse(JSON.stringify(described)) as typeof described);
  return { app: model.app, matches: model.matches(own), model };
}

const photos = [
  'layout.tsx',
  'page.tsx',
  'about/page.tsx',
  'feed/page.tsx',
  'photo/[id]/page.tsx',
  '@modal/default.tsx',
  '@modal/(.)photo/[id]/page.tsx',
];

/** Boxes as lines: what stands in which slot, indented as they are nested. */
function lines(levels: readonly LevelBox[], indent = ''): string[] {
  return levels.flatMap(({ segment, slots }) => [
    `${indent}${segment}`,
    ...slots.flatMap(({ fill, kept, levels: inner }) => [
      `${indent}  ${fill.slot}: ${fill.file ?? 'nothing'}${kept ? ', kept' : ''}`,
      ...lines(inner, `${indent}    `),
    ]),
  ]);
}

test('layouts nest inside the slots that render them', () => {
  const { matches } = open([
    'layout.tsx',
    '@nav/page.tsx',
    '@nav/default.tsx',
    '(shop)/cart/layout.tsx',
    '(shop)/cart/page.tsx',
    '(shop)/cart/@total/layout.tsx',
    '(shop)/cart/@total/page.tsx',
    '(shop)/cart/@total/@tax/page.tsx',
    'page.tsx',
  ]);
  const screen = screenOf(matches, { ...initialState, url: '/cart' });
  expect('soft' in screen && lines(screen.soft)).toEqual([
    '/',
    '  children: (shop)/cart/page.tsx',
    '    /(shop)/cart',
    '      children: (shop)/cart/page.tsx',
    '      @total: (shop)/cart/@total/page.tsx',
    '        /(shop)/cart/@total',
    '          children: (shop)/cart/@total/page.tsx',
    '          @tax: (shop)/cart/@total/@tax/page.tsx',
    '  @nav: @nav/default.tsx',
  ]);
});

test('a modal opens in its slot, stays there, and a reload closes it', () => {
  const { matches } = open(photos);
  const opened = screenOf(matches, { ...initialState, from: ['/feed'], url: '/photo/7' });
  expect('soft' in opened && lines(opened.soft)).toEqual([
    '/',
    '  children: feed/page.tsx, kept',
    '  @modal: @modal/(.)photo/[id]/page.tsx',
  ]);
  expect(opened).toMatchObject({ openModals: [], changes: 2 });

  const left = screenOf(matches, { ...initialState, from: ['/feed', '/photo/7'], url: '/about' });
  expect('soft' in left && lines(left.soft)).toEqual([
    '/',
    '  children: about/page.tsx',
    '  @modal: @modal/(.)photo/[id]/page.tsx, kept',
  ]);
  expect('soft' in left && lines(left.hard)).toEqual([
    '/',
    '  children: about/page.tsx',
    '  @modal: @modal/default.tsx',
  ]);
  expect(left).toMatchObject({
    changes: 1,
    openModals: [{ segment: '/', slot: '@modal', file: '@modal/(.)photo/[id]/page.tsx' }],
  });
});

test('an unknown URL suggests similar URLs', () => {
  const { matches } = open(photos);
  expect(screenOf(matches, { ...initialState, url: '/fed' })).toEqual({
    unknown: '/fed',
    nearest: ['/feed'],
  });
});

test('what opens in a slot comes first among the links', () => {
  const { matches } = open(photos);
  expect(nextSteps(matches, { ...initialState, url: '/feed' })).toEqual([
    { url: '/photo/[id]', opensIn: '@modal' },
    { url: '/' },
    { url: '/about' },
  ]);
});

test('a box has the links that change what it shows', () => {
  const { matches } = open(photos);
  const state = { ...initialState, url: '/feed' };
  const stepsOf = (slot: 'children' | '@modal', file: string) =>
    stepsOfBox(matches, state, { ...fill, slot, file });
  const fill = { segment: '/', fill: 'page', reason: 'page', rendered: true } as const;
  expect(stepsOf('children', 'feed/page.tsx')).toEqual([{ url: '/' }, { url: '/about' }]);
  expect(stepsOf('@modal', '@modal/default.tsx')).toEqual([
    { url: '/photo/[id]', opensIn: '@modal' },
  ]);
});

test('the URL bar completes', () => {
  const { matches } = open(photos);
  expect(suggestUrls(matches, '/f')).toEqual(['/feed']);
  expect(suggestUrls(matches, 'OUT')).toEqual(['/about']);
  expect(suggestUrls(matches, '/photo/7')).toEqual(['/photo/[id]']);
  expect(suggestUrls(matches, '')).toHaveLength(4);
});

test.each([
  ['feed/page.tsx', '/feed'],
  ['@modal/(.)photo/[id]/page.tsx', '/photo/[id]'],
  ['@modal/default.tsx', '/'],
  ['layout.tsx', '/'],
  ['nowhere/page.tsx', undefined],
])('%s is looked at on %s', (file, url) => {
  expect(urlOfFile(open(photos).matches, file)).toBe(url);
});

test.each([
  ['feed/page.tsx', true],
  ['@modal/(.)photo/[id]/page.tsx', true],
  ['layout.tsx', true],
  ['@modal/default.tsx', false],
  ['page.tsx', false],
  ['about/page.tsx', false],
])('%s stands on the screen: %s', (file, shown) => {
  const screen = screenOf(open(photos).matches, {
    ...initialState,
    from: ['/feed'],
    url: '/photo/7',
  });
  expect('soft' in screen && showsFile(screen.explanation, file)).toBe(shown);
});

const dashboard = [
  'layout.tsx',
  'dash/layout.tsx',
  'dash/page.tsx',
  'dash/settings/page.tsx',
  'dash/@team/page.tsx',
  'page.tsx',
  'shop/[...all]/page.tsx',
];

test('a URL is filtered for by its text, its slots, its files and what it answers', () => {
  const { app, matches } = open(dashboard);
  const rows = routeRows(matches, app.findings[0]?.findings ?? []);
  const urls = (text: string, onlyProblems = false) =>
    filterRows(rows, matches, { text, onlyProblems, onlyChanges: false }).map(({ url }) => url);
  expect(urls('DASH')).toEqual(['/dash', '/dash/settings']);
  expect(urls('@team')).toEqual(['/dash', '/dash/settings']);
  expect(urls('settings/page @team')).toEqual(['/dash/settings']);
  expect(urls('/shop/42')).toEqual(['/shop/[...all]']);
  expect(urls('nothing')).toEqual([]);
  // No finding is about the other URLs, whatever a build says of them.
  expect(urls('', true)).toEqual(['/dash/settings']);
});

test('what stands at a URL is looked up when somebody asks for its row', () => {
  const { app, matches } = open(dashboard);
  const findings = (app.findings[0]?.findings ?? []).map((each) => ({
    ...each,
    urls: [],
    segment: '/',
  }));
  const looks = matches.routes.map((route) => vi.spyOn(route, 'slots', 'get'));
  const lookedUp = () => looks.filter(({ mock }) => mock.calls.length > 0).length;
  const rows = routeRows(matches, findings, matches);
  expect(lookedUp()).toBe(0);
  expect(rows[0]?.findings.length).toBeGreaterThan(0);
  expect(rows[0]?.change).toBeUndefined();
  expect(lookedUp()).toBe(1);
});

test('two versions are compared URL by URL', () => {
  const { matches, model } = open(dashboard);
  const older = model.matches({ version: '15.5.29', bundler: 'webpack' });
  const changes = routeRows(matches, [], older).flatMap(({ url, change }) =>
    change ? [[url, change.before, change.after]] : [],
  );
  expect(changes).toEqual([['/dash/settings', 'build-error', 'not-found']]);
});
