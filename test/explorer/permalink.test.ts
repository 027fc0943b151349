import { expect, test } from 'vitest';
import {
  initialState,
  loadAfresh,
  navigateTo,
  stepBack,
  trailOf,
} from '../../packages/explorer/src/model/explorer-state.js';
import { printState, readState } from '../../packages/explorer/src/model/permalink.js';

test('a permalink is one that people can read and write', () => {
  const link = '#url=/photo/7&from=/feed,/about&next=15.5.29&bundler=webpack';
  const state = readState(link);
  expect(state).toEqual({
    ...initialState,
    url: '/photo/7',
    from: ['/feed', '/about'],
    target: { version: '15.5.29', bundler: 'webpack' },
  });
  expect(printState(state)).toBe(link);
});

test('a version alone stands for the bundler that it uses without a flag', () => {
  expect(readState('#next=15.5.29').target).toEqual({ version: '15.5.29', bundler: 'webpack' });
  expect(readState('#next=16.4.6').target).toEqual({ version: '16.4.6', bundler: 'turbopack' });
});

test.each([
  ['nothing', ''],
  ['other names', '#foo=1&bar'],
  ['no version', '#next=latest&bundler=esbuild'],
  ['half an escape', '#next=%E0%A4%A'],
])('what cannot be read is left out: %s', (_name, fragment) => {
  expect(readState(fragment)).toEqual(initialState);
});

test.each([
  ['/shop/[id]', '#url=/shop/[id]'],
  ['/a,b/c&d=e#f', '#url=/a%2Cb/c%26d%3De%23f'],
  ['/größe/%41', '#url=/gr%C3%B6%C3%9Fe/%2541'],
])('%s comes back as it was', (url, link) => {
  const state = { ...initialState, url, from: [url, url] };
  expect(printState(state).startsWith(link)).toBe(true);
  expect(readState(printState(state))).toEqual(state);
});

test('everything else comes back, too', () => {
  const state = {
    app: 'apps/web/app',
    url: '/',
    from: [],
    target: { version: '16.0.11', bundler: 'webpack' },
    versus: { version: '15.5.29', bundler: 'webpack' },
    reload: true,
    filter: '@team /shop',
    onlyProblems: true,
  } as const;
  expect(readState(printState(state))).toEqual(state);
});

test('links add to the trail, a hard navigation begins another one', () => {
  const first = navigateTo(initialState, '/feed');
  const third = navigateTo(navigateTo(first, '/photo/7'), '/about');
  expect(trailOf(third)).toEqual(['/feed', '/photo/7', '/about']);
  expect(trailOf(stepBack(third, 1))).toEqual(['/feed', '/photo/7']);
  expect(trailOf(stepBack(third, 0))).toEqual(['/feed']);
  expect(stepBack(third, 2)).toBe(third);
  expect(trailOf(loadAfresh(third, '/about'))).toEqual(['/about']);
});
