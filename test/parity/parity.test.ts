import { checks } from '@next-slots/core';
import { expect, test } from 'vitest';
import { apps } from './apps.js';
import { commandLine, eslint, languageServer, tsserver } from './hosts.js';
import { inOrder } from './parity-app.js';
import { ParityWorkspace } from './parity-workspace.js';

test('every host finds the same, at the same place, in the same words and at the same level', async () => {
  const all = new ParityWorkspace(apps);
  const [inTerminal, inEslint, inTsserver, inServer] = await Promise.all([
    commandLine(all),
    eslint(all),
    tsserver(all),
    languageServer(all),
  ]);

  const expected = inOrder(inTerminal);
  expect(inOrder(inEslint), 'ESLint').toEqual(expected);
  expect(inOrder(inTsserver), 'tsserver').toEqual(expected);
  expect(inOrder(inServer.workspace), 'language server, workspace').toEqual(expected);
  expect(inOrder(inServer.closedDocuments), 'language server, closed').toEqual(expected);
  expect(inOrder(inServer.openDocuments), 'language server, open').toEqual(expected);

  const names = new Set(expected.map(({ check }) => check));
  const unreadable = 'readable-route-folders';
  expect(checks.map(({ name }) => name).filter((name) => !names.has(name))).toEqual([unreadable]);
  expect(expected.some(({ file }) => file.startsWith('sound/'))).toBe(false);
});
