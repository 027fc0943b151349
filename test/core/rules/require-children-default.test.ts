import { describe, expect, test } from 'vitest';
import { findingsOf, fixed, picked, type AppFiles, wordsOf } from '../../harness/findings.js';

const check = 'require-children-default';

/** `@a` has a page for `/settings`, of which the rest of the app knows nothing. */
const settings: AppFiles = {
  'layout.tsx': true,
  'page.tsx': true,
  '@a/page.tsx': true,
  '@a/default.tsx': true,
  '@a/settings/page.tsx': true,
};

describe('what Next.js does', () => {
  test.each([
    ['13.5.11', 'webpack', 'not-found'],
    ['15.5.29', 'webpack', 'not-found'],
    ['16.2.12', 'turbopack', 'not-found'],
    ['16.4.6', 'turbopack', 'build-error'],
    ['16.4.6', 'webpack', 'build-error'],
  ] as const)('on %s with %s', (version, bundler, impact) => {
    const next = { version, bundler };
    const findings = findingsOf(check, settings, { next });
    expect(findings).toMatchObject([
      { file: 'layout.tsx', segment: '/', slot: 'children', impact, urls: ['/settings'] },
    ]);
    expect(wordsOf(findings[0])).toContain('/settings');
    const after = fixed(settings, findings);
    expect(after['default.tsx']).toContain('return null');
    expect(findingsOf(check, after, { next })).toEqual([]);
  });
});

describe('a layout that can do without children', () => {
  const dashboard = (layout: string): AppFiles => ({
    'layout.tsx': true,
    'page.tsx': true,
    'dash/layout.tsx': layout,
    'dash/@a/page.tsx': true,
    'dash/@a/default.tsx': true,
  });
  const at = (version: string, layout: string) =>
    findingsOf(check, dashboard(layout), { next: { version, bundler: 'webpack' } });

  test.each([
    ['does not name them', 'export default ({ a }) => <div>{a}</div>;'],
    ['types them and no more', 'export default (p: { a: X; children: X }) => <div>{p.a}</div>;'],
    ['takes nothing', 'export default () => <div />;'],
  ])('need not come to their not-found: it %s', (_, layout) => {
    expect(at('15.5.29', layout)).toEqual([]);
  });

  test('says which content, if it renders children conditionally', () => {
    const layout = 'export default ({ a, children }) => (open ? a : children);';
    expect(at('15.5.29', layout)).toMatchObject([
      {
        impact: 'not-found',
        message: expect.stringContaining('404 when this layout renders `children`') as string,
      },
    ]);
  });

  test.each([
    ['passes its props on', 'export default (props) => <Shell {...props} />;'],
    ['has a rest', 'export default ({ a, ...rest }) => <Shell a={a}>{rest.children}</Shell>;'],
    ['comes from elsewhere', "export { Layout as default } from './shell';"],
    [
      'asks whether they are there',
      'export default ({ children }) => children && <b>{children}</b>;',
    ],
  ])('comes to it otherwise: it %s', (_, layout) => {
    expect(at('15.5.29', layout)).toMatchObject([{ impact: 'not-found', urls: ['/dash'] }]);
  });

  test('fails the build all the same', () => {
    const layout = 'export default ({ a }) => <div>{a}</div>;';
    expect(
      findingsOf(check, { ...settings, 'layout.tsx': layout }, { next: { version: '16.4.6' } }),
    ).toMatchObject([{ impact: 'build-error', urls: ['/settings'] }]);
  });
});

test('says nothing where every URL has ordinary content', () => {
  const files: AppFiles = { ...settings, 'settings/page.tsx': true };
  expect(findingsOf(check, files)).toEqual([]);
});

test('Next up to 16.3 wants children where no ordinary content is declared, 16.4 does not', () => {
  const files: AppFiles = {
    'layout.tsx': true,
    'dash/layout.tsx': true,
    'dash/@a/page.tsx': true,
    'dash/@a/default.tsx': true,
  };
  const at = (version: string) =>
    findingsOf(check, files, { next: { version, bundler: 'webpack' } });
  expect(at('15.5.29')).toMatchObject([{ segment: '/dash', urls: ['/dash'] }]);
  expect(at('16.4.6')).toEqual([]);
});

test('in a slot with slots of its own, children is the slot itself', () => {
  const files: AppFiles = {
    'layout.tsx': true,
    'page.tsx': true,
    'default.tsx': true,
    '@a/layout.tsx': true,
    '@a/page.tsx': true,
    '@a/@b/page.tsx': true,
    '@a/@b/default.tsx': true,
    '@a/@b/x/page.tsx': true,
  };
  const findings = findingsOf(check, files);
  expect(findings).toMatchObject([
    { file: '@a/layout.tsx', segment: '/@a', slot: 'children', urls: ['/x'] },
  ]);
  const after = fixed(files, findings);
  expect(Object.keys(after)).toContain('@a/default.tsx');
  expect(findingsOf(check, after)).toEqual([]);
});

test('to Turbopack an @children folder has a default of its own', () => {
  const files: AppFiles = {
    'layout.tsx': true,
    '@children/page.tsx': true,
    '@a/page.tsx': true,
    '@a/default.tsx': true,
    '@a/x/page.tsx': true,
  };
  for (const [bundler, file] of [
    ['turbopack', '@children/default.tsx'],
    ['webpack', 'default.tsx'],
  ] as const) {
    const next = { bundler };
    const findings = findingsOf(check, files, { next });
    expect(findings).toMatchObject([{ segment: '/', slot: 'children', urls: ['/x'] }]);
    const after = fixed(files, findings);
    expect(Object.keys(after)).toContain(file);
    expect(findingsOf(check, after, { next })).toEqual([]);
  }
});

test('the template is the slots’ own: mirror shows the page of the folder', () => {
  const findings = findingsOf(check, settings, { options: { template: 'mirror' } });
  expect(fixed(settings, findings)['default.tsx']).toMatch(
    /export \{ default \} from .\.\/page.;/u,
  );
});

test('a wrong letter case has its own message and a rename', () => {
  const files: AppFiles = { ...settings, 'Default.tsx': true };
  const [finding] = findingsOf(check, files);
  expect(finding).toMatchObject({ messageId: 'misspelled', edits: [] });
  expect(findingsOf(check, picked(files, finding?.suggestions[0]?.edits ?? []))).toEqual([]);
});

describe('where a page of a slot matches any URL', () => {
  const open = { ...settings, '@a/[...all]/page.tsx': true } as const;

  test.each(['null', 'mirror', 'not-found'])(
    'template %s ends the failed build with a 404',
    (template) => {
      for (const bundler of ['turbopack', 'webpack'] as const) {
        const setup = { next: { version: '16.4.6', bundler }, settings: { template } };
        const findings = findingsOf(check, open, setup);
        const after = fixed(open, findings);
        expect(after['default.tsx']).toContain('notFound()');
        expect(findingsOf(check, after, setup)).toEqual([]);
      }
    },
  );

  test('a catch-all of a slot that makes a URL by itself needs a file that keeps the 404', () => {
    const alone = {
      'layout.tsx': true,
      'page.tsx': true,
      '@a/default.tsx': true,
      '@a/[...all]/page.tsx': true,
    } as const;
    const findings = findingsOf(check, alone);
    expect(findings).toMatchObject([{ impact: 'build-error', urls: ['/[...all]'] }]);
    expect(fixed(alone, findings)['default.tsx']).toContain('notFound()');
    const loose = findingsOf(check, alone, { next: { version: '15.5.29', bundler: 'webpack' } });
    expect(loose).toEqual([]);
  });

  test.each(['14.2.35', '15.5.29', '16.2.12'])('%s keeps its 404s: no file is right', (version) => {
    const findings = findingsOf(check, open, { next: { version, bundler: 'webpack' } });
    expect(findings).toMatchObject([{ impact: 'not-found', urls: ['/settings'], edits: [] }]);
    expect(wordsOf(findings[0])).toContain('`@a/[...all]/page.tsx` matches any URL');
  });

  test('a level further down, and by a dynamic segment at the top', () => {
    const below = Object.fromEntries(
      Object.entries(open).map(([file, text]) => [`x/${file}`, text]),
    );
    const app = { 'layout.tsx': true, 'page.tsx': true, ...below } as const;
    expect(fixed(app, findingsOf(check, app))['x/default.tsx']).toContain('notFound()');
    const dynamic = { ...settings, '@a/[id]/page.tsx': true } as const;
    expect(fixed(dynamic, findingsOf(check, dynamic))['default.tsx']).toContain('notFound()');
  });

  test('below a static folder, the slot defines the routes', () => {
    const app = {
      'layout.tsx': true,
      'x/layout.tsx': true,
      'x/page.tsx': true,
      'x/@a/default.tsx': true,
      'x/@a/[id]/page.tsx': true,
    } as const;
    expect(fixed(app, findingsOf(check, app))['x/default.tsx']).toContain('return null');
  });
});
