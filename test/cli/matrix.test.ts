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
  const settings = 'app/dash/settings/page.tsx';
  expect(printed).toEqual({
    version: 1,
    apps: [
      {
        root: '.',
        appDir: 'app',
        next: '16.4.6',
        bundler: 'turbopack',
        segments: 6,
        slots: 2,
        routes: 4,
      },
    ],
    routes: [
      { url: '/', outcome: 'ok', slots: [children('/', 'app/page.tsx')] },
      { url: '/about', outcome: 'ok', slots: [children('/', 'app/about/page.tsx')] },
      {
        url: '/dash',
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
        url: '/dash/settings',
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

test('what an older Next does with the same tree', async () => {
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
      'Next 16.4.6, turbopack',
      '',
      '/dash  app/dash/layout.tsx',
      '  URL             children  @stats     @team',
      '  /dash           ● page    ○ default  ● page',
      '  /dash/settings  ● page    ○ default  ✖ missing  build fails',
      '',
      '4 routes, 2 of them without slots.',
      '● page  ○ default  ✖ missing',
      '',
    ]);
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
