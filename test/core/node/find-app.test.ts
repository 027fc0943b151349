import { findAppOfFile, findAppsBelow } from '@next-slots/core/node';
import { describe, expect, test } from 'vitest';
import { NextApp } from '../../harness/next-app.js';

const manifest = JSON.stringify({ dependencies: { next: '16.4.6' } });

describe('the app of a file', () => {
  const locate = (app: NextApp, file: string, cwd = app.root, settings = {}) => {
    const location = findAppOfFile(app.path(file), cwd, settings);
    return (
      location && [location.root, location.appDir].map((path) => path.slice(app.root.length + 1))
    );
  };

  test('is the app folder of a project that depends on next', () => {
    const app = new NextApp({ 'web/package.json': manifest, 'web/app/a/page.tsx': true });
    expect(locate(app, 'web/app/a/page.tsx')).toEqual(['web', 'web/app']);
  });

  test('is the app folder of a project with a next.config', () => {
    const app = new NextApp({ 'web/next.config.mjs': '', 'web/src/app/page.tsx': true });
    expect(locate(app, 'web/src/app/page.tsx')).toEqual(['web', 'web/src/app']);
  });

  test('is the app that the settings name, for folders whose name begins with dots, too', () => {
    const app = new NextApp({ 'package.json': manifest, 'app/..drafts/page.tsx': true });
    const settings = { appDir: 'app' };
    expect(locate(app, 'app/..drafts/page.tsx', app.root, settings)).toEqual(['', 'app']);
  });

  test('is not a folder called app inside the app directory', () => {
    const app = new NextApp({ 'package.json': manifest, 'app/app/app/page.tsx': true });
    expect(locate(app, 'app/app/app/page.tsx')).toEqual(['', 'app']);
  });

  test('is not src/app if app is next to src', () => {
    const app = new NextApp({
      'package.json': manifest,
      'app/page.tsx': true,
      'src/app/page.tsx': true,
    });
    expect(locate(app, 'src/app/page.tsx')).toBeUndefined();
  });

  test('is none without a sign of Next, but directly below the working folder', () => {
    const app = new NextApp({ 'app/page.tsx': true, 'lib/app/page.tsx': true });
    expect(locate(app, 'app/page.tsx')).toEqual(['', 'app']);
    expect(locate(app, 'lib/app/page.tsx')).toBeUndefined();
    expect(locate(app, 'app/page.tsx', '/')).toBeUndefined();
  });

  test('is what the settings say', () => {
    const app = new NextApp({ 'frontend/routes/a/page.tsx': true });
    const settings = { appDir: 'frontend/routes' };
    expect(locate(app, 'frontend/routes/a/page.tsx', app.root, settings)).toEqual([
      'frontend',
      'frontend/routes',
    ]);
    expect(locate(app, 'frontend/other.tsx', app.root, settings)).toBeUndefined();
  });
});

describe('the apps below a folder', () => {
  const find = (app: NextApp, folder = '.') =>
    findAppsBelow(app.path(folder), {}).map(({ appDir }) => appDir.slice(app.root.length + 1));

  test('are all of a monorepo, packages left out', () => {
    const app = new NextApp({
      'apps/b/package.json': manifest,
      'apps/b/src/app/page.tsx': true,
      'apps/a/package.json': manifest,
      'apps/a/app/page.tsx': true,
      'apps/a/app/examples/app/page.tsx': true,
      'apps/remix/package.json': '{}',
      'apps/remix/app/root.tsx': true,
      'node_modules/x/package.json': manifest,
      'node_modules/x/app/page.tsx': true,
    });
    expect(find(app)).toEqual(['apps/a/app', 'apps/b/src/app']);
  });

  test.each(['src/routes', 'src/routes/', './src/routes/'])(
    'are the one that the settings name: %s',
    (appDir) => {
      const app = new NextApp({ 'src/routes/page.tsx': true });
      for (const chosen of [appDir, `${app.root}/${appDir}`]) {
        expect(findAppsBelow(app.root, { appDir: chosen })).toMatchObject([
          { appDir: app.path('src/routes') },
        ]);
      }
    },
  );

  test('include the folder itself without any sign of Next', () => {
    const app = new NextApp({ 'tree/app/page.tsx': true });
    expect(find(app, 'tree')).toEqual(['tree/app']);
    expect(find(app)).toEqual([]);
  });
});
