import { expect, test } from 'vitest';
import { applyChange, changeBetween } from '../../packages/explorer/src/data/app-change.js';
import type { ExplorerApp } from '../../packages/explorer/src/data/explorer-app.js';
import { AppModel } from '../../packages/explorer/src/model/app-model.js';

const own = { version: '16.4.6', bundler: 'turbopack' } as const;

const app: ExplorerApp = {
  name: 'app',
  next: own,
  pageExtensions: ['tsx'],
  files: ['layout.tsx', 'page.tsx', 'shop/page.tsx', 'old/page.tsx'],
  pagesRouter: [],
  unrendered: [],
  findings: [{ ...own, findings: [], rejected: [] }],
};
const changed: ExplorerApp = {
  ...app,
  files: ['layout.tsx', 'new/page.tsx', 'page.tsx', 'shop/page.tsx'],
};

test('a change lists only added and removed files', () => {
  const change = changeBetween(app, changed);
  expect(change).toEqual({ name: 'app', added: ['new/page.tsx'], removed: ['old/page.tsx'] });
  const applied = change && applyChange(app, change);
  expect({ ...applied, files: [...(applied?.files ?? [])].sort() }).toEqual(changed);
  expect(
    changeBetween(app, { ...app, findings: [{ ...own, findings: [], rejected: [] }] }),
  ).toBeUndefined();
});

test('after a change, unchanged folders are not read or matched again', () => {
  const before = new AppModel(app);
  const matches = before.matches(own);
  const unrendered = [{ owner: '', slot: '@modal' } as const];
  expect(new AppModel({ ...app, findings: [] }, before).matches(own)).toBe(matches);
  expect(new AppModel({ ...app, unrendered }, before).matches(own)).not.toBe(matches);

  const after = new AppModel(changed, before);
  const folder = ({ tree }: AppModel, name: string) =>
    tree.root.folders.find(({ path }) => path === name);
  expect(folder(after, 'shop')).toBe(folder(before, 'shop'));
  expect(after.matches(own).routes.map(({ url }) => url)).toEqual(['/', '/new', '/shop']);
});
