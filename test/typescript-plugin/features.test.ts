import type ts from 'typescript';
import { afterAll, describe, expect, test } from 'vitest';
import { drivenVersions } from '../harness/tsserver.js';
import { ours, TsserverApp, type Editor } from '../harness/tsserver-app.js';

const layout = 'app/dash/layout.tsx';

const files = {
  [layout]: true,
  'app/dash/page.tsx': true,
  'app/dash/nav.tsx': 'export {};\n',
  'app/dash/settings/page.tsx': true,
  'app/dash/@team/layout.tsx': true,
  'app/dash/@team/page.tsx': true,
  'app/dash/@team/members/page.tsx': true,
  'app/dash/@team/default.tsx': true,
  'app/dash/@data-grid/page.tsx': true,
} as const;

describe.each(drivenVersions)('TypeScript %s', (version) => {
  const app = new TsserverApp([ours], files, afterAll);
  const editor = app.serve(version);

  test('completes the key of a hook in any file of the app', async () => {
    const code = (key: string) =>
      `import { useSelectedLayoutSegment } from 'next/navigation';\nuseSelectedLayoutSegment('${key}');\n`;
    const list = await editor.completions('app/dash/nav.tsx', code('data-‸'));
    expect(list.map(({ name, accepted }) => [name, accepted])).toEqual([
      ['data-grid', code('data-grid')],
      ['team', code('team')],
    ]);
    const details = await editor.details('app/dash/nav.tsx', code('‸'), 'team');
    expect(details).toContain('slot @team of /dash');
  });

  test('completes the route of LayoutProps', async () => {
    const code = (route: string) =>
      `export default function Layout(props: LayoutProps<'${route}'>) {}\n`;
    const list = await editor.completions(layout, code('‸'));
    expect(list.map(({ accepted }) => accepted)).toEqual([code('/dash')]);
  });

  test('shows the slot next to an entry, including TypeScript’s own', async () => {
    const untyped = 'export default function L({ ‸ }) {}\n';
    const details = await editor.details(layout, untyped, 'team');
    expect(details).toContain('slot @team of /dash');
    expect(details).toContain('folder: `dash/@team`');
    expect(details).toContain('pages: `/`, `/members`');
    expect(details).toContain('default: `default.tsx`');
    expect(details).toContain('loading: none');

    const typed = 'export default function L({ ‸ }: { team: string }) {}\n';
    const list = await editor.completions(layout, typed);
    expect(list.filter(({ name }) => name === 'team')).toHaveLength(1);
    const both = await editor.details(layout, typed, 'team');
    expect(both).toContain('team: string');
    expect(both).toContain('folder: `dash/@team`');
  });

  test('shows on hover what the slot renders', async () => {
    const hover = await editor.ask<Info>(
      'quickinfo',
      layout,
      'export default function L({ te‸am }: { team: string }) { return team; }\n',
    );
    expect(hover?.displayString).toContain('team: string');
    expect(hover?.documentation).toContain('`dash/@team/page.tsx` at `/dash`');
    expect(hover?.documentation).toContain('`dash/@team/default.tsx` at `/dash/settings`');

    const key = await editor.ask<Info>(
      'quickinfo',
      'app/dash/nav.tsx',
      "import { useSelectedLayoutSegment } from 'next/navigation';\nuseSelectedLayoutSegment('te‸am');\n",
    );
    expect(key?.displayString).toBe('slot @team of /dash');
  });

  test.each([
    ['the pattern', 'export default function L({ te‸am }: { team: string }) { return team; }\n'],
    ['the type', 'export default function L(props: { te‸am: string }) { return props; }\n'],
    ['JSX', 'export default function L({ team }) { return <b>{te‸am}</b>; }\n'],
  ])('leads from %s to the files of the slot', async (_, marked) => {
    const slotFiles = ['page', 'default', 'layout'].map((name) =>
      app.path(`app/dash/@team/${name}.tsx`),
    );
    const bound = await editor.ask<Bound>('definitionAndBoundSpan', layout, marked);
    expect(bound?.definitions.map(({ file }) => file)).toEqual(expect.arrayContaining(slotFiles));
    const own = bound?.definitions.filter(({ file }) => file === app.path(layout));
    expect(own).not.toEqual([]);
    const plain = await editor.ask<ts.server.protocol.FileSpan[]>('definition', layout, marked);
    expect(plain?.map(({ file }) => file)).toEqual(expect.arrayContaining(slotFiles));
  });

  test('offers to create what a slot misses, and adds all missing props', async () => {
    const marked =
      "'use client';\nexport default function L({ children }: { children: string }) {‸}\n";
    expect(await refactorsAt(editor, layout, marked)).toEqual([
      'Add all missing slot props',
      'Create @data-grid/default.tsx',
      'Create @data-grid/loading.tsx',
      'Create @data-grid/error.tsx',
      'Create @team/loading.tsx',
      'Create @team/error.tsx',
    ]);
    const onSlot = 'export default function L({ te‸am }) {}\n';
    expect(await refactorsAt(editor, layout, onSlot)).toEqual([
      'Create @team/loading.tsx',
      'Create @team/error.tsx',
    ]);
    expect(
      await refactorsAt(editor, 'app/dash/@team/page.tsx', 'export default function P() {‸}\n'),
    ).toEqual(['Create @team/loading.tsx', 'Create @team/error.tsx']);
    expect(await refactorsAt(editor, 'app/dash/page.tsx', 'export default () => 1;‸\n')).toEqual(
      [],
    );

    const [props] = await editsOf(editor, layout, marked, 'Add all missing slot props');
    expect(props?.textChanges.map(({ newText }) => newText)).toEqual([
      ", 'data-grid': dataGrid, team",
      "; 'data-grid': React.ReactNode; team: React.ReactNode",
    ]);
  });

  test('gives a new file as an edit, and none that is there already', async () => {
    const marked = 'export default function L({ data‸ }) {}\n';
    const title = 'Create @data-grid/default.tsx';
    const [edit] = await editsOf(editor, layout, marked, title);
    expect(edit?.fileName).toBe(app.path('app/dash/@data-grid/default.tsx'));
    expect(edit?.textChanges[0]?.newText).toContain('export default function Default()');

    // It comes into being between the offer and the request for its edits.
    const place = editor.open(layout, marked);
    const offers = (await editor.server.request('getApplicableRefactors', place)) as Refactors;
    const own = offers.find(({ name }) => name === 'next-slots');
    const action = own?.actions.find(({ description }) => description === title);
    editor.open('app/dash/@data-grid/default.tsx', 'export default () => null;\n');
    const edits = await editor.server.request('getEditsForRefactor', {
      ...place,
      refactor: own?.name,
      action: action?.name,
    });
    expect(edits).toMatchObject({ edits: [] });
    expect(editor.server.ownLog().at(-1)).toContain('default.tsx is not created');
  });

  test('sees a new slot folder at once, an empty one too', async () => {
    app.write('app/dash/@fresh/page.tsx', true);
    const marked = 'export default function L({ ‸ }) {}\n';
    const names = async () => (await editor.completions(layout, marked)).map(({ name }) => name);
    expect(await names()).toContain('fresh');
    app.remove('app/dash/@fresh');
    expect(await names()).not.toContain('fresh');
    app.folder('app/dash/@bare');
    expect(await names()).toContain('bare');
    app.remove('app/dash/@bare');
  });

  test('leaves other files as they are', async () => {
    const marked = 'export default function L({ ‸ }) {}\n';
    for (const path of ['app/dash/page.tsx', 'lib/layout.tsx']) {
      app.write(path, true);
      expect(await editor.completions(path, marked)).toEqual([]);
    }
  });

  test('reports nothing else', () => {
    expect(editor.server.ownLog()).toHaveLength(1);
  });
});

test('fixes what it reports, by code fixes and refactors', async () => {
  const app = new TsserverApp([{ name: ours, diagnostics: true }], files);
  const editor = app.serve('6.0');
  const marked = 'export default function L({ children, te‸m }) {\n  return [children, tem];\n}\n';
  const titles = await refactorsAt(editor, layout, marked);
  expect(titles).toContain('Disable next-slots/match-slot-props for this line');
  const title = 'Disable next-slots/match-slot-props for this line';
  const [edit] = await editsOf(editor, layout, marked, title);
  const comment = '// eslint-disable-next-line next-slots/match-slot-props\n';
  expect(edit?.textChanges).toMatchObject([{ newText: comment }]);

  const { line, offset, file } = editor.open(layout, marked);
  const fixes = (codes: readonly unknown[]) =>
    editor.server.request('getCodeFixes', {
      file,
      startLine: line,
      startOffset: offset,
      endLine: line,
      endOffset: offset,
      errorCodes: codes,
    });
  expect(await fixes(['match-slot-props'])).toContainEqual(
    expect.objectContaining({ description: title, changes: [edit] }),
  );
  expect(await fixes([2322, 'valid-slot-key'])).toEqual([]);

  // Silenced, it is reported no more, and nothing is left to settle.
  editor.open(layout, comment + marked.replace('‸', ''));
  const found = await editor.server.request('semanticDiagnosticsSync', { file });
  expect(JSON.stringify(found)).not.toContain('match-slot-props');
  expect(await refactorsAt(editor, layout, comment + marked)).not.toContain(title);
});

test('offers what creates a missing default once', async () => {
  const app = new TsserverApp([{ name: ours, diagnostics: true }], files);
  const titles = await refactorsAt(
    app.serve('6.0'),
    layout,
    "export default function L({ children, team, 'data-grid': gr‸id }) {\n  return [children, team, grid];\n}\n",
  );
  expect(titles.filter((title) => /^Create .*@data-grid\/default\.tsx$/u.test(title))).toEqual([
    'Create @data-grid/default.tsx',
  ]);
});

type Info = ts.server.protocol.QuickInfoResponseBody;
type Bound = ts.server.protocol.DefinitionInfoAndBoundSpan;
type Refactors = ts.server.protocol.ApplicableRefactorInfo[];
type Edits = ts.server.protocol.RefactorEditInfo;

async function ownRefactor(editor: Editor, path: string, marked: string) {
  const all = await editor.ask<Refactors>('getApplicableRefactors', path, marked);
  return all?.find(({ name }) => name === 'next-slots');
}

async function refactorsAt(editor: Editor, path: string, marked: string): Promise<string[]> {
  const own = await ownRefactor(editor, path, marked);
  return own?.actions.map(({ description }) => description) ?? [];
}

async function editsOf(editor: Editor, path: string, marked: string, title: string) {
  const own = await ownRefactor(editor, path, marked);
  const action = own?.actions.find(({ description }) => description === title);
  const info = await editor.ask<Edits>('getEditsForRefactor', path, marked, {
    refactor: 'next-slots',
    action: action?.name,
  });
  return info?.edits ?? [];
}
