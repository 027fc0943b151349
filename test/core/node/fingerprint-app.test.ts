import { DiskReader, fingerprintApp } from '@next-slots/core/node';
import { expect, test } from 'vitest';
import { NextApp } from '../../harness/next-app.js';

const waiting = 'export default async function Page() {\n  return await load();\n}\n';

const makeApp = () =>
  new NextApp({
    'package.json': JSON.stringify({ dependencies: { next: '16.4.6' } }),
    'next.config.js': 'export default {};\n',
    'app/layout.tsx': true,
    'app/page.tsx': true,
    'app/@team/page.tsx': true,
    'app/@team/deep/page.tsx': waiting,
    'app/@team/titled/page.tsx': "export const metadata = { title: 'Team' };\n",
    'app/_lib/page.tsx': true,
    'app/button.tsx': true,
  });

const fingerprint = (app: NextApp) =>
  fingerprintApp(
    { root: app.root, appDir: app.path('app'), workspace: app.root },
    {},
    new DiskReader(app.path('app')),
  );

test.each<[string, (app: NextApp) => void]>([
  [
    'a file of a slot goes',
    (app) => {
      app.remove('app/@team/page.tsx');
    },
  ],
  [
    'a default comes',
    (app) => {
      app.write('app/@team/default.tsx', true);
    },
  ],
  [
    'one comes whose letter case is wrong',
    (app) => {
      app.write('app/@team/Default.tsx', true);
    },
  ],
  [
    'a folder takes the place of a file',
    (app) => {
      app.folder('app/@team/default.tsx');
    },
  ],
  [
    'a route folder comes',
    (app) => {
      app.folder('app/(group)');
    },
  ],
  [
    'a page of a slot begins to wait',
    (app) => {
      app.write('app/@team/page.tsx', waiting);
    },
  ],
  [
    'one that waits is rewritten',
    (app) => {
      app.write('app/@team/deep/page.tsx', `${waiting}\n`);
    },
  ],
  [
    'a layout beside a slot is rewritten',
    (app) => {
      app.write('app/layout.tsx', 'export default ({ children, team }) => [children, team];\n');
    },
  ],
  [
    'a metadata file comes',
    (app) => {
      app.write('app/@team/sitemap.ts', true);
    },
  ],
  [
    'a page of the Pages Router comes',
    (app) => {
      app.write('pages/index.tsx', true);
    },
  ],
  [
    'the title of a page changes where one in a slot has a title',
    (app) => {
      app.write('app/page.tsx', "export const metadata = { title: 'Home' };\n");
    },
  ],
  [
    'Next is updated',
    (app) => {
      app.write('package.json', JSON.stringify({ dependencies: { next: '15.5.29' } }));
    },
  ],
  [
    'the config changes what Next builds',
    (app) => {
      app.write('next.config.js', "export default { pageExtensions: ['mdx'] };\n");
    },
  ],
])('%s: another fingerprint', (_, change) => {
  const app = makeApp();
  const before = fingerprint(app);
  change(app);
  expect(fingerprint(app)).not.toBe(before);
});

test.each<[string, (app: NextApp) => void]>([
  ['nothing happens', () => undefined],
  [
    'a file comes with an extension that no page has',
    (app) => {
      app.write('app/@team/default.mdx', '');
    },
  ],
  [
    'a component comes',
    (app) => {
      app.write('app/@team/card.tsx', true);
    },
  ],
  [
    'a component is edited',
    (app) => {
      app.write('app/button.tsx', waiting);
    },
  ],
  [
    'a page of a slot is edited and does not wait',
    (app) => {
      app.write('app/@team/page.tsx', 'export default () => <p />;\n');
    },
  ],
  [
    'a page outside of slots is edited',
    (app) => {
      app.write('app/page.tsx', waiting);
    },
  ],
  [
    'a private folder changes',
    (app) => {
      app.remove('app/_lib/page.tsx');
    },
  ],
])('%s: the same fingerprint', (_, change) => {
  const app = makeApp();
  const before = fingerprint(app);
  change(app);
  expect(fingerprint(app)).toBe(before);
});

test('files keep apart what their names run together', () => {
  const [one, other] = [
    ['app/a/@b/page.tsx', 'app/c/page.tsx'],
    ['app/a/page.tsx', 'app/c/@b/page.tsx'],
  ].map((files) =>
    fingerprint(new NextApp(Object.fromEntries(files.map((file) => [file, true as const])))),
  );
  expect(one).not.toBe(other);
});
