import { expect, test } from 'vitest';
import { createdFiles, readEdit } from '../../packages/vscode/src/server/read-edit.js';
import { WorkspaceEdit } from './fake-vscode.js';

const start = { line: 0, character: 0 };
const layout = 'file:///project/app/layout.tsx';
const page = 'file:///project/app/@stats/page.tsx';

/** What the server answers when a slot is made. */
const newSlot = {
  documentChanges: [
    { kind: 'create', uri: page },
    {
      textDocument: { uri: page },
      edits: [{ range: { start, end: start }, newText: 'export default () => null;\n' }],
    },
    {
      textDocument: { uri: layout },
      edits: [{ range: { start, end: { line: 1, character: 2 } }, newText: ', stats' }],
    },
  ],
} as const;

function stepsOf(edit: unknown): readonly unknown[] {
  if (edit instanceof WorkspaceEdit) return edit.steps;
  throw new Error('This is no edit.');
}

test('a new file is made with its text, never over another one', () => {
  expect(stepsOf(readEdit(newSlot))).toEqual([
    {
      create: '/project/app/@stats/page.tsx',
      overwrite: false,
      ignoreIfExists: false,
      contents: 'export default () => null;\n',
    },
    {
      replace: '/project/app/layout.tsx',
      range: [0, 0, 1, 2],
      text: ', stats',
    },
  ]);
});

test('the previewed edits are the written ones', () => {
  expect([...createdFiles(newSlot)]).toEqual([[page, 'export default () => null;\n']]);
});
