import { beforeEach, expect, test } from 'vitest';
import { asksForNext, holdsNext } from '../../packages/vscode/src/workspace/holds-next.js';
import { editor } from './fake-vscode.js';

beforeEach(() => {
  editor.reset();
});

test.each([
  ['an empty workspace', {}, false],
  ['another framework', { '/project/package.json': '{"dependencies":{"react":"19"}}' }, false],
  ['a project of Next', { '/project/package.json': '{"dependencies":{"next":"16"}}' }, true],
  [
    'one in a monorepo',
    { '/project/apps/web/package.json': '{"devDependencies":{"next":"*"}}' },
    true,
  ],
  ['a config alone', { '/project/next.config.mjs': '' }, true],
  ['an app directory with a slot', { '/project/src/app/dash/@team/page.tsx': '' }, true],
  ['an app directory without one', { '/project/app/page.tsx': '' }, false],
])('%s', async (_title, files, expected) => {
  for (const [path, text] of Object.entries(files)) editor.files.set(path, text);
  expect(await holdsNext()).toBe(expected);
});

test.each([
  ['{"dependencies":{"next":"16"}}', true],
  ['\uFEFF{"peerDependencies":{"next":"16"}}', true],
  ['{"name":"next","scripts":{"next":"x"}}', false],
  ['{"dependencies":', false],
  ['null', false],
])('%j', (manifest, expected) => {
  expect(asksForNext(manifest)).toBe(expected);
});
