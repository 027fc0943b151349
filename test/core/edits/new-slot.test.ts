import {
  findSegment,
  newSlot,
  newSlotFiles,
  readModuleFromTypeScript,
  type App,
  type NewSlot,
} from '@next-slots/core';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { treeFromFiles } from '../../harness/tree-from-files.js';

const layoutText =
  "export default function L({ children }) {\n  return <p>{'x'}{children}</p>\n}\n";

interface Wanted {
  readonly files: readonly string[];
  readonly name?: string;
  readonly folder?: string;
  readonly template?: string;
  readonly bundler?: 'turbopack' | 'webpack';
}

/** The edits that make a slot called `team`, or another one. */
function make(wanted: Wanted): NewSlot {
  const { name = 'team', folder = '', template = 'null', bundler = 'turbopack' } = wanted;
  const tree = treeFromFiles(wanted.files);
  const app = {
    tree,
    next: { version: '16.4.6', bundler },
    settings: {},
    sources: {
      text: () => layoutText,
      facts: (file) =>
        readModuleFromTypeScript(
          ts,
          ts.createSourceFile(
            file,
            layoutText,
            ts.ScriptTarget.Latest,
            false,
            file.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.JSX,
          ),
        ),
      template: () => undefined,
    },
  } satisfies App;
  const owner = findSegment(tree, folder);
  if (!owner) throw new Error(`There is no folder ${folder}.`);
  return newSlot(app, { owner, name, files: newSlotFiles, template });
}

function editsOf(made: NewSlot) {
  if (!made.ok) throw new Error(made.problem);
  return made.edits;
}

const createdBy = (made: NewSlot) =>
  editsOf(made).flatMap((edit) => (edit.kind === 'createFile' ? [edit.file] : []));

test('every file follows the language and the style of the layout', () => {
  const made = make({ files: ['layout.jsx', 'page.jsx'] });
  expect(createdBy(made)).toEqual([
    '@team/page.jsx',
    '@team/default.jsx',
    '@team/loading.jsx',
    '@team/error.jsx',
  ]);
  for (const edit of editsOf(made)) {
    expect(edit.text).not.toMatch(/;\n/u);
  }
});

test('the layout takes the slot', () => {
  const changed = editsOf(make({ files: ['layout.jsx', 'page.jsx'] })).filter(
    ({ kind }) => kind === 'replaceText',
  );
  expect(changed).toMatchObject([{ file: 'layout.jsx', text: ', team' }]);
});

test('mirrored, the default shows the page that is made with it', () => {
  const made = editsOf(make({ files: ['layout.tsx', 'page.tsx'], template: 'mirror' }));
  const mirror = made.find(({ file }) => file === '@team/default.tsx');
  expect(mirror?.text).toBe("export { default } from './page'\n");
});

describe('without a layout', () => {
  test('one is made that renders it and the slots that are there', () => {
    const made = make({
      files: ['layout.tsx', 'shop/page.tsx', 'shop/@cart/page.tsx'],
      folder: 'shop',
    });
    const layout = editsOf(made).find(({ file }) => file === 'shop/layout.tsx');
    expect(layout?.text).toMatch(/\{children\}\s+\{cart\}\s+\{team\}/u);
    expect(layout?.text).not.toContain('<html');
  });

  test('none is made around layouts that print the document', () => {
    const made = make({ files: ['(a)/layout.tsx', '(a)/page.tsx'] });
    expect(createdBy(made).filter((file) => file.startsWith('layout'))).toEqual([]);
  });
});

test.each([
  ['', /needs a name/u],
  ['a/b', /not a valid folder name/u],
  ['a:b', /not a valid folder name/u],
  ['dot.', /not a valid folder name/u],
  ['children', /implicit slot of every layout/u],
  ['key', /never reach its layout/u],
  ['Cart', /already has @cart/u],
])('no slot can be called %j', (name, problem) => {
  const made = make({ files: ['layout.tsx', '@cart/page.tsx'], name });
  expect(made).toEqual({ ok: false, problem: expect.stringMatching(problem) as string });
});

test('a name that webpack cannot compile is rejected where webpack builds', () => {
  const files = ['layout.tsx', 'page.tsx'];
  expect(make({ files, name: 'data-grid' }).ok).toBe(true);
  expect(make({ files, name: 'data-grid', bundler: 'webpack' }).ok).toBe(false);
});
