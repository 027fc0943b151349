import { nextTargetOf, readProject, type ProjectFiles } from '@next-slots/core/node';
import { describe, expect, test } from 'vitest';

/** A workspace whose app is `/repo/apps/web`. */
function projectIn(files: Readonly<Record<string, string | object>>) {
  const texts = new Map(
    Object.entries(files).map(([path, content]) => [
      `/repo/${path}`,
      typeof content === 'string' ? content : JSON.stringify(content),
    ]),
  );
  const reader: ProjectFiles = {
    readFile: (path) => texts.get(path),
    isFile: (path) => texts.has(path),
    isDirectory: () => false,
  };
  return readProject('/repo/apps/web', reader);
}

function version(next: string | undefined, files: Readonly<Record<string, string | object>> = {}) {
  const { version, versionFrom } = projectIn({
    'apps/web/package.json': { dependencies: next === undefined ? {} : { next } },
    ...files,
  });
  return `${version} ${versionFrom}`;
}

describe('the version', () => {
  test.each([
    ['^15.0.0', '15.5.29 range'],
    ['14', '14.2.35 range'],
    ['>=14', '16.4.6 range'],
    ['15.3.1', '15.3.1 range'],
    ['npm:next@~15.2.0', '15.2.9 range'],
    ['workspace:^14.1.0', '14.2.35 range'],
    ['next-15-3', '15.3.9 range'],
    ['latest', '16.4.6 guessed'],
    ['canary', '16.4.6 guessed'],
    ['workspace:*', '16.4.6 guessed'],
    ['workspace:^', '16.4.6 guessed'],
    ['https://example.com/next.tgz', '16.4.6 guessed'],
    ['catalog:', '16.4.6 guessed'],
    [undefined, '16.4.6 guessed'],
  ])('of %s is %s', (next, expected) => {
    expect(version(next)).toBe(expected);
  });

  test('is the installed one, wherever it is', () => {
    const installed = { 'node_modules/next/package.json': { version: '15.1.3' } };
    expect(version('catalog:', installed)).toBe('15.1.3 installed');
  });

  const pnpm = {
    'pnpm-workspace.yaml': [
      '---',
      'packages:',
      '- apps/*',
      "overrides: { 'next@14': 14.2.35 }",
      'description: |',
      '  catalog:',
      '    next: 13',
      'catalog:',
      '  # the one that most apps use',
      '  react: ^19.0.0',
      "  'next': &next ^15.3.0 # not yet 16",
      'catalogs:',
      '  old: { next: 14.2 }',
      '  tag:',
      '    next: latest',
      '  same:',
      '    next: *next',
      '  lines:',
      '    next:',
      '      ^15.0.0',
      '  list:',
      '    - next: 15',
      '  quoted:',
      '    "next": ">=15 <16"',
      '  merged:',
      '    <<: *next',
      '',
    ].join('\r\n'),
  };

  test.each([
    ['catalog:', '15.5.29 catalog'],
    ['catalog:default', '15.5.29 catalog'],
    ['catalog:old', '14.2.35 catalog'],
    ['catalog:same', '15.5.29 catalog'],
    ['catalog:tag', '16.4.6 guessed'],
    ['catalog:lines', '16.4.6 guessed'],
    ['catalog:list', '16.4.6 guessed'],
    ['catalog:quoted', '15.5.29 catalog'],
    ['catalog:merged', '16.4.6 guessed'],
    ['catalog:none', '16.4.6 guessed'],
  ])("of %s is that of pnpm's catalog, %s", (next, expected) => {
    expect(version(next, pnpm)).toBe(expected);
  });

  test('is that of the default catalog among the named', () => {
    const files = { 'pnpm-workspace.yaml': 'catalogs:\n  default:\n    next: ^15.0.0\n' };
    expect(version('catalog:', files)).toBe('15.5.29 catalog');
  });

  test("is that of Yarn's catalog", () => {
    expect(version('catalog:', { '.yarnrc.yml': 'catalog:\n  next: ^14.0.0\n' })).toBe(
      '14.2.35 catalog',
    );
  });

  test("is that of Bun's catalog", () => {
    const files = { 'package.json': { workspaces: { catalogs: { web: { next: '^14.0.0' } } } } };
    expect(version('catalog:web', files)).toBe('14.2.35 catalog');
    expect(version('catalog:', { 'package.json': { catalog: { next: '15' } } })).toBe(
      '15.5.29 catalog',
    );
  });

  test.each(['catalog: [', 'catalog:\n\tnext: 15', '- a', 'next', ''])(
    'is a guess where the workspace file is no catalog: %j',
    (text) => {
      expect(version('catalog:', { 'pnpm-workspace.yaml': text })).toBe('16.4.6 guessed');
    },
  );
});

test('a catalog is found beside keys that are nested 2,800 deep, and in a moment', () => {
  const deep = Array.from({ length: 2800 }, (_, level) => `${' '.repeat(level)}a:\n`).join('');
  const before = process.cpuUsage();
  const files = { 'pnpm-workspace.yaml': `${deep}catalog:\n  next: ^15.0.0\n` };
  expect(version('catalog:', files)).toBe('15.5.29 catalog');
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(1);
});

test.each(['a', 'catalog:\n  next: '])(
  'a line of 90 kB of blanks behind %j is read in a moment',
  (start) => {
    for (const blank of [' ', '\t']) {
      const before = process.cpuUsage();
      version('catalog:', { 'pnpm-workspace.yaml': `${start}${blank.repeat(90_000)}x` });
      expect(process.cpuUsage(before).user / 1e6).toBeLessThan(1);
    }
  },
);

describe('the bundler', () => {
  function bundler(scripts: Readonly<Record<string, string>>, next = '16.4.6') {
    const project = projectIn({ 'apps/web/package.json': { scripts, dependencies: { next } } });
    return nextTargetOf({}, project).bundler;
  }

  test.each([
    [{ build: 'next build', analyze: 'next build --webpack' }, 'turbopack'],
    [{ analyze: 'next build --webpack', build: 'next build' }, 'turbopack'],
    [{ analyze: 'next build', build: 'next build --webpack' }, 'webpack'],
    [{ build: 'ANALYZE=1 next build --profile --webpack' }, 'webpack'],
    [{ build: 'next build && size-limit --webpack' }, 'turbopack'],
    [{ build: 'npm run build:next && cp a b', 'build:next': 'next build --webpack' }, 'webpack'],
    [{ build: 'run-s clean compile', clean: 'rm -r .next', compile: 'next build' }, 'turbopack'],
    [{ build: 'build', other: 'next build' }, 'turbopack'],
    [{ 'build:prod': 'next build --webpack' }, 'webpack'],
    [{ 'build:a': 'next build --webpack', 'build:b': 'next build' }, 'turbopack'],
    [{ dev: 'next dev --webpack' }, 'turbopack'],
    [{}, 'turbopack'],
  ])('of %o is %s', (scripts, expected) => {
    expect(bundler(scripts)).toBe(expected);
  });

  test('is found behind as many scripts as a manifest can hold', () => {
    const chain = Array.from({ length: 10_000 }, (_, at): [string, string] => [
      `a${at}`,
      `npm run a${at + 1}`,
    ]);
    const scripts = { build: 'npm run a0', a10000: 'next build --webpack', other: 'next build' };
    expect(bundler({ ...Object.fromEntries(chain), ...scripts })).toBe('webpack');
  });

  test('is asked of `build` before 16, too', () => {
    const scripts = { build: 'next build', fast: 'next build --turbopack' };
    expect(bundler(scripts, '15.5.29')).toBe('webpack');
    expect(bundler({ build: 'next build --turbo' }, '15.5.29')).toBe('turbopack');
  });
});
