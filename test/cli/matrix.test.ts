import { describe, expect, test } from 'vitest';
import { brokenSlot, CliApp } from '../harness/cli-app.js';

const dash = {
  ...brokenSlot,
  'app/dash/settings/page.tsx': true,
  'app/dash/@stats/default.tsx': true,
  'app/about/page.tsx': true,
} as const;

test('--format json prints every slot of every level, outermost first', async () => {
  const printed = await new CliApp(dash).json(['matrix']);
  const children = (segment: string, file: string) => ({
    segment,
    slot: 'children',
    fill: 'page',
    file,
  });
  const page = (url: string, file: string) => ({ url, kind: 'page', file, pattern: `^${url}$` });
  const settings = 'app/dash/settings/page.tsx';
  expect(printed).toEqual({
    version: 1,
    apps: [
      {
        root: '.',
        appDir: 'app',
        next: '16.4.6',
        nextFrom: 'range',
        bundler: 'turbopack',
        segments: 6,
        slots: 2,
        routes: 4,
      },
    ],
    routes: [
      { ...page('/', 'app/page.tsx'), outcome: 'ok', slots: [children('/', 'app/page.tsx')] },
      {
        ...page('/about', 'app/about/page.tsx'),
        outcome: 'ok',
        slots: [children('/', 'app/about/page.tsx')],
      },
      {
        ...page('/dash', 'app/dash/page.tsx'),
        outcome: 'ok',
        slots: [
          children('/', 'app/dash/page.tsx'),
          children('/dash', 'app/dash/page.tsx'),
          {
            segment: '/dash',
            slot: '@stats',
            fill: 'default',
            file: 'app/dash/@stats/default.tsx',
          },
          { segment: '/dash', slot: '@team', fill: 'page', file: 'app/dash/@team/page.tsx' },
        ],
      },
      {
        ...page('/dash/settings', settings),
        outcome: 'build-error',
        slots: [
          children('/', settings),
          children('/dash', settings),
          {
            segment: '/dash',
            slot: '@stats',
            fill: 'default',
            file: 'app/dash/@stats/default.tsx',
          },
          { segment: '/dash', slot: '@team', fill: 'missing', file: null },
        ],
      },
    ],
  });
});

test('--format json lists every route with its file, kind and pattern', async () => {
  const app = new CliApp({
    'app/layout.tsx': true,
    'app/page.tsx': true,
    'app/a.b/[id]/page.tsx': true,
    'app/api/[...path]/route.ts': true,
    'app/docs/[[...slug]]/page.tsx': true,
    'app/@modal/default.tsx': true,
    'app/@modal/(.)a.b/[id]/page.tsx': true,
    'app/@modal/only/page.tsx': true,
  });
  const { routes } = (await app.json(['matrix', '--next-version', '15'])) as {
    readonly routes: readonly Record<string, unknown>[];
  };
  const slots = expect.any(Array) as unknown;
  const ok = { outcome: 'ok', slots };
  expect(routes).toEqual([
    { url: '/', kind: 'page', file: 'app/page.tsx', pattern: '^/$', ...ok },
    {
      url: '/a.b/[id]',
      kind: 'page',
      file: 'app/a.b/[id]/page.tsx',
      pattern: String.raw`^/a\.b/([^/]+)$`,
      ...ok,
    },
    {
      url: '/api/[...path]',
      kind: 'handler',
      file: 'app/api/[...path]/route.ts',
      pattern: '^/api/(.+)$',
      ...ok,
      slots: [],
    },
    {
      url: '/docs/[[...slug]]',
      kind: 'page',
      file: 'app/docs/[[...slug]]/page.tsx',
      pattern: '^/docs(?:/(.+))?$',
      ...ok,
    },
    {
      url: '/only',
      kind: 'page',
      file: 'app/@modal/only/page.tsx',
      pattern: '^/only$',
      outcome: 'not-found',
      slots,
    },
    {
      url: '/(.)a.b/[id]',
      kind: 'intercepting',
      file: 'app/@modal/(.)a.b/[id]/page.tsx',
      pattern: String.raw`^/a\.b/([^/]+)$`,
      outcome: 'ok',
      intercepts: '/a.b/[id]',
      from: '/',
      slots: [],
    },
  ]);
  const takes = (url: string, path: string) =>
    new RegExp(String(routes.find((route) => route['url'] === url)?.['pattern']), 'u').test(path);
  expect(['/a.b/1', '/a.b/1/2', '/axb/1', '/a.b'].map((path) => takes('/a.b/[id]', path))).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(takes('/docs/[[...slug]]', '/docs')).toBe(true);
  expect(takes('/docs/[[...slug]]', '/docs/a/b')).toBe(true);
});

test('shows what an older Next.js does with the same tree', async () => {
  expect(await new CliApp(dash).json(['matrix', '--next-version', '15'])).toMatchObject({
    apps: [{ next: '15.5.29', bundler: 'webpack' }],
    routes: [{}, {}, {}, { url: '/dash/settings', outcome: 'not-found' }],
  });
});

describe('for a terminal', () => {
  const lines = async (columns: number) => {
    const { stdout } = await new CliApp(dash).cli(['matrix'], {
      env: { COLUMNS: String(columns) },
    });
    return stdout.split('\n').map((line) => line.trimEnd());
  };

  test('is a table for each folder with slots', async () => {
    expect(await lines(200)).toEqual([
      'app',
      'Next.js 16.4.6 (Turbopack)',
      '',
      '/dash  app/dash/layout.tsx',
      '  URL             children  @stats     @team',
      '  /dash/settings  ● page    ○ default  ✖ missing  build fails',
      '  /dash           ● page    ○ default  ● page',
      '',
      '4 routes, 2 of them without slots.',
      '● page  ○ default  ✖ missing',
      '',
    ]);
  });

  test('says that an app has no slots', async () => {
    const files = { 'app/layout.tsx': true, 'app/page.tsx': true } as const;
    const { stdout } = await new CliApp(files).cli(['matrix']);
    expect(stdout).toContain('\nThis app has no slots.\n');
  });

  test.each([60, 50, 40])('fits %i columns and leaves nothing out', async (columns) => {
    const printed = await lines(columns);
    expect(Math.max(...printed.map((line) => line.length))).toBeLessThanOrEqual(columns);
    for (const slot of ['children', '@stats', '@team']) {
      expect(printed.some((line) => line.includes(slot))).toBe(true);
    }
  });
});

test('says where the page was written, and why it was not', async () => {
  const app = new CliApp(dash);
  expect((await app.cli(['matrix', '--html', 'slots.html'])).stdout).toBe(
    'Written to slots.html\n',
  );
  expect(app.read('slots.html')).toContain('/dash/settings');
  const { code, stderr } = await app.cli(['matrix', '--html', 'gone/slots.html']);
  expect(stderr).toContain('ENOENT');
  expect(code).toBe(2);
});

describe('filters', () => {
  const many = (...names: readonly string[]): Readonly<Record<string, string | true>> => ({
    ...brokenSlot,
    'app/dash/@team/default.tsx': true,
    ...Object.fromEntries(names.map((name) => [`app/dash/${name}/page.tsx`, true] as const)),
  });

  test.each([
    ['--url', ['--url', '/settings'], ['/dash/settings']],
    ['a concrete URL', ['--url', 'https://x.dev/dash/7?a=b'], ['/dash/[id]']],
    ['--slot', ['--slot', 'team'], ['/dash', '/dash/[id]', '/dash/settings']],
    ['--only-problems', ['--only-problems'], []],
    ['a folder of the app', ['app/dash/settings'], ['/dash/settings']],
  ])('%s', async (_, args, expected) => {
    const app = new CliApp(many('settings', '[id]'));
    const { routes } = (await app.json(['matrix', ...args])) as { routes: { url: string }[] };
    expect(routes.map(({ url }) => url)).toEqual(expected);
  });

  test('a level whose rows are alike is one line in a terminal, and whole with --no-truncate', async () => {
    const app = new CliApp({ ...many('a', 'b', 'c'), 'app/dash/@team/page.tsx': '' });
    app.remove('app/dash/@team/page.tsx');
    const env = { COLUMNS: '80' };
    expect((await app.cli(['matrix'], { env })).stdout).toContain('all 4 URLs');
    expect((await app.cli(['matrix', '--no-truncate'], { env })).stdout).toContain('/dash/c');
    expect((await app.cli(['matrix'])).stdout).toContain('/dash/c');
  });

  test('no two URLs look the same where they are cut, and none is cut in a pipe', async () => {
    const long = (middle: string) => `a-long-segment-${middle}-of-the-same-name/members`;
    const app = new CliApp(many(long('one'), long('two'), 'a-segment-of-another-name/settings'));
    const piped = (await app.cli(['matrix'])).stdout;
    for (const name of ['one', 'two']) expect(piped).toContain(`/dash/${long(name)} `);
    expect(piped).not.toContain('…');
    const cut = (await app.cli(['matrix'], { env: { COLUMNS: '50' } })).stdout;
    const urls = [...cut.matchAll(/^ {2}(?<url>\/dash\S*…\S*)/gmu)].map(([url]) => url);
    expect(urls.length).toBeGreaterThan(1);
    expect(new Set(urls).size).toBe(urls.length);
  });
});
