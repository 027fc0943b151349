import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inWritableFolder, mayWrite, readTemplate } from '@next-slots/core/node';
import { expect, test } from 'vitest';
import { NextApp } from '../../harness/next-app.js';

const locationOf = (app: NextApp, project = 'project') => ({
  root: app.path(project),
  appDir: app.path(project, 'app'),
  workspace: app.path(project),
});

test.skipIf(process.platform !== 'linux')(
  'a folder that is swapped for a link while it is written to is written to all the same',
  () => {
    const app = new NextApp({ 'project/app/a/page.tsx': true, 'outside/page.tsx': true });
    inWritableFolder(locationOf(app), app.path('project/app/a'), (path) => {
      renameSync(app.path('project/app/a'), app.path('project/app/b'));
      symlinkSync(app.path('outside'), app.path('project/app/a'));
      writeFileSync(join(path, 'default.tsx'), '');
    });
    expect(app.list('outside')).toEqual(['outside/page.tsx']);
    expect(app.has('project/app/b/default.tsx')).toBe(true);
  },
);

test('an editor may write in the app, and into folders that are yet to be made', () => {
  const app = new NextApp({ 'project/app/a/page.tsx': true, 'outside/page.tsx': true });
  const location = locationOf(app);
  for (const file of ['a/page.tsx', 'a/default.tsx', '@b/c/page.tsx']) {
    expect(mayWrite(location, app.path('project/app', file))).toBe(true);
  }
  symlinkSync(app.path('outside'), app.path('project/app/@out'));
  symlinkSync(app.path('nowhere'), app.path('project/app/@gone'));
  symlinkSync(app.path('outside/page.tsx'), app.path('project/app/a/layout.tsx'));
  symlinkSync(app.path('outside/new.tsx'), app.path('project/app/a/error.tsx'));
  const outside = ['@out/page.tsx', '@out/new/page.tsx', '@gone/page.tsx', '../page.tsx'];
  for (const file of [...outside, 'a/layout.tsx', 'a/error.tsx']) {
    expect(mayWrite(location, app.path('project/app', file)), file).toBe(false);
  }
});

test('the app directory has to lie in the repository, and so has a template', () => {
  const app = new NextApp({
    'repository/.git/HEAD': '',
    'repository/shared/app/page.tsx': true,
    'repository/shared/template.txt': 'shared',
    'outside/app/page.tsx': true,
    'outside/template.txt': 'secret',
  });
  const templates: unknown[] = [];
  for (const target of ['repository/shared', 'outside']) {
    const project = join('repository', target.replace('/', '-'));
    mkdirSync(app.path(project), { recursive: true });
    symlinkSync(app.path(target, 'app'), app.path(project, 'app'));
    const location = locationOf(app, project);
    const file = app.path(project, 'app/default.tsx');
    expect(mayWrite(location, file)).toBe(target !== 'outside');
    templates.push(readTemplate(location, app.path(target, 'template.txt')));
  }
  expect(templates).toEqual(['shared', undefined]);
});
