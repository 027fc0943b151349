import { describe, expect, test } from 'vitest';
import { CliApp } from '../harness/cli-app.js';

/** A feed whose photos open in a modal when they are reached by a link. */
const feed = {
  'app/layout.tsx': true,
  'app/page.tsx': true,
  'app/feed/layout.tsx': true,
  'app/feed/page.tsx': true,
  'app/feed/about/page.tsx': true,
  'app/feed/default.tsx': true,
  'app/feed/@modal/default.tsx': true,
  'app/feed/@modal/(..)photo/[id]/page.tsx': true,
  'app/photo/[id]/page.tsx': true,
  'app/shop/[...rest]/page.tsx': true,
  'app/api/route.ts': 'export function GET() {}',
} as const;

/** The same with a layout that renders the slot. */
const feedWithModal = {
  ...feed,
  'app/feed/layout.tsx':
    'export default function Layout({ children, modal }) {\n  return [children, modal];\n}\n',
};

const fill = (segment: string, slot: string, kind: string, file: string | null) => ({
  segment,
  slot,
  fill: kind,
  file,
});

describe('--format json', () => {
  test('prints exactly the public contract', async () => {
    const app = new CliApp(feed);
    const printed = await app.json(['explain', '/photo/7', '--from', '/feed']);
    expect(printed).toEqual({
      version: 1,
      url: '/photo/7',
      route: '/photo/[id]',
      outcome: 'ok',
      from: ['/feed'],
      hard: [fill('/', 'children', 'page', 'app/photo/[id]/page.tsx')],
      soft: [
        fill('/', 'children', 'page', 'app/feed/page.tsx'),
        fill('/feed', 'children', 'page', 'app/feed/page.tsx'),
        fill('/feed', '@modal', 'page', 'app/feed/@modal/(..)photo/[id]/page.tsx'),
      ],
    });
    expect(Object.keys(printed as object)).toEqual([
      'version',
      'url',
      'route',
      'outcome',
      'from',
      'hard',
      'soft',
    ]);
  });

  test('follows several URLs in order', async () => {
    const app = new CliApp(feed);
    expect(
      await app.json(['explain', '/feed/about', '--from', '/feed', '--from', '/photo/7']),
    ).toMatchObject({
      from: ['/feed', '/photo/7'],
      soft: expect.arrayContaining([
        fill('/feed', '@modal', 'page', 'app/feed/@modal/(..)photo/[id]/page.tsx'),
      ]) as unknown,
      hard: expect.arrayContaining([
        fill('/feed', '@modal', 'default', 'app/feed/@modal/default.tsx'),
      ]) as unknown,
    });
  });

  test('without --from, soft is the hard navigation', async () => {
    const app = new CliApp(feed);
    const printed = (await app.json(['explain', '/feed'])) as Record<string, unknown>;
    expect(printed['from']).toEqual([]);
    expect(printed['soft']).toEqual(printed['hard']);
  });

  test.each([
    ['/photo/7', '/photo/[id]'],
    ['http://localhost:3000/photo/7?tab=1#top', '/photo/[id]'],
    ['photo/7/', '/photo/[id]'],
    ['/shop/a/b', '/shop/[...rest]'],
    ['/photo/[id]', '/photo/[id]'],
    ['/', '/'],
    ['/api', '/api'],
  ])('%s is answered by %s', async (url, route) => {
    expect(await new CliApp(feed).json(['explain', url])).toMatchObject({ route });
  });
});

describe('for people', () => {
  test('says what is kept, why each file is rendered, and what a reload changes', async () => {
    const app = new CliApp(feed);
    const { stdout, code } = await app.cli([
      'explain',
      '/feed/about',
      '--from',
      '/feed',
      '--from',
      '/photo/7',
    ]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/@modal .*\(\.\.\)photo\/\[id\]\/page\.tsx +kept from before/u);
    expect(stdout).toMatch(/@modal +default +app\/feed\/@modal\/default\.tsx +no matching page/u);
    expect(stdout).toMatch(
      /After a reload\n +\/feed +@modal +app\/feed\/@modal\/\(\.\.\)photo\/\[id\]\/page\.tsx +-> +app\/feed\/@modal\/default\.tsx\n$/u,
    );
  });

  test('draws the layouts as a tree, and says what stays open', async () => {
    const { stdout } = await new CliApp(feedWithModal).cli([
      'explain',
      '/feed/about',
      '--from',
      '/feed',
      '--from',
      '/photo/7',
    ]);
    expect(stdout).toContain(`  /
  └─ children     page     app/feed/about/page.tsx      its page for this URL
     /feed
     ├─ children  page     app/feed/about/page.tsx      its page for this URL
     └─ @modal    default  app/feed/@modal/default.tsx  no matching page, uses default
`);
    expect(stdout).toContain(
      'app/feed/@modal/(..)photo/[id]/page.tsx stays open in @modal: this URL has no page for the slot.',
    );
  });

  test('says from which pages a link is intercepted', async () => {
    expect((await new CliApp(feedWithModal).cli(['explain', '/photo/7'])).stdout).toContain(
      'A link to it from below /feed is intercepted by app/feed/@modal/(..)photo/[id]/page.tsx.',
    );
  });

  test('puts the cells of a slot below each other where the terminal is narrow', async () => {
    const { stdout } = await new CliApp(feedWithModal).cli(['explain', '/feed'], {
      env: { COLUMNS: '60' },
    });
    expect(stdout).toContain(`     └─ @modal  default
          app/feed/@modal/default.tsx
          no matching page, uses default
`);
    expect(stdout).toContain('  Slot  Shows\n    File\n    Why\n');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(60);
  });

  test('says when an intercepting route is used', async () => {
    const { stdout } = await new CliApp(feed).cli(['explain', '/photo/7', '--from', '/feed']);
    expect(stdout).toContain('intercepted by /feed/(..)photo/[id]');
    expect(stdout).toContain('/photo/7 is answered by /photo/[id]');
  });

  test('a route handler has no slots', async () => {
    expect((await new CliApp(feed).cli(['explain', '/api'])).stdout).toContain('route handler');
  });
});

test.each([
  ['/fed', '/feed'],
  ['/feed/abuot', '/feed/about'],
  ['/feed/x/y/z', '/feed'],
  ['/phto/7', '/photo/[id]'],
  ['/shp/a/b', '/shop/[...rest]'],
])('the unknown URL %s gets the nearest ones', async (url, near) => {
  const { stdout, stderr, code } = await new CliApp(feed).cli(['explain', url]);
  expect(stderr).toContain(`No route matches ${url}.`);
  expect(stderr.split('\n')).toContain(`  ${near}`);
  expect(stdout).toBe('');
  expect(code).toBe(2);
});

test('an unknown --from has its own message', async () => {
  const { stderr } = await new CliApp(feed).cli(['explain', '/feed', '--from', '/fed']);
  expect(stderr).toContain('No route matches /fed.');
});

test('in a monorepo the one app that has the URL answers', async () => {
  const app = new CliApp({
    'package.json': '{}',
    'a/next.config.js': '',
    'a/app/layout.tsx': true,
    'a/app/page.tsx': true,
    'a/app/only/page.tsx': true,
    'b/next.config.js': '',
    'b/app/layout.tsx': true,
    'b/app/page.tsx': true,
  });
  expect(await app.json(['explain', '/only'])).toMatchObject({
    hard: [{ file: 'a/app/only/page.tsx' }],
  });
  const { stderr, code } = await app.cli(['explain', '/']);
  expect(stderr).toContain(app.path('b'));
  expect(code).toBe(2);
  expect(await app.json(['explain', '/', 'b'])).toMatchObject({ hard: [{ file: 'app/page.tsx' }] });
});
