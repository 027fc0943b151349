import type ts from 'typescript';
import { expect, test } from 'vitest';
import { NextApp } from '../harness/next-app.js';
import { ours } from '../harness/tsserver-app.js';
import { TsserverProject, type HostCall } from '../harness/tsserver-project.js';

const hook = "import { useSelectedLayoutSegment as useKey } from 'next/navigation';\n";

function appWith(): NextApp {
  return new NextApp({
    'package.json': JSON.stringify({ dependencies: { next: '16.4.6' } }),
    'tsconfig.json': JSON.stringify({
      compilerOptions: { jsx: 'preserve', noLib: true, types: [], plugins: [{ name: ours }] },
    }),
    'app/layout.tsx': true,
    'app/@modal/page.tsx': true,
    'app/shop/page.tsx': true,
    'app/dash/layout.tsx': true,
    'app/dash/page.tsx': true,
    'app/dash/nav.tsx': 'export {};\n',
    'app/dash/@team/page.tsx': true,
    'app/dash/@team/members/page.tsx': true,
    'app/dash/@other/page.tsx': true,
    'lib/layout.tsx': 'export {};\n',
  });
}

type Question = (service: ts.LanguageService, file: string, offset: number) => unknown;

const complete: Question = (service, file, offset) =>
  service.getCompletionsAtPosition(file, offset, undefined);
const detail: Question = (service, file, offset) =>
  service.getCompletionEntryDetails(file, offset, 'team', {}, undefined, {}, undefined);
const hover: Question = (service, file, offset) => service.getQuickInfoAtPosition(file, offset);
const define: Question = (service, file, offset) => service.getDefinitionAndBoundSpan(file, offset);
const refactor: Question = (service, file, offset) =>
  service.getApplicableRefactors(file, offset, {});

/** The folders that are read for one question, the cursor at `‸`. */
function readsFor(ask: Question, path: string, marked: string): HostCall[] {
  const project = new TsserverProject(appWith());
  const offset = marked.indexOf('‸');
  const { service, file } = project.open(path, marked.replace('‸', ''));
  service.getProgram();
  project.calls.length = 0;
  ask(service, file, offset);
  expect(project.ownLog()).toEqual([]);
  return [...project.calls];
}

const layout = 'app/dash/layout.tsx';
const names = (path: string): HostCall => ({ method: 'getDirectories', path });
const contents = (path: string): HostCall => ({ method: 'readDirectory', path });

test.each<[string, Question, string, string, HostCall[]]>([
  [
    'names in a layout',
    complete,
    layout,
    'export default function L({ ‸ }) {}',
    [names('app/dash')],
  ],
  [
    'the details of one',
    detail,
    layout,
    'export default function L({ ‸ }) {}',
    [
      names('app/dash'),
      names('app'),
      contents('app/@modal'),
      contents('app/dash/@other'),
      contents('app/dash/@team'),
    ],
  ],
  [
    'keys in a component',
    complete,
    'app/dash/nav.tsx',
    `${hook}useKey('‸');`,
    [names('app'), names('app/dash')],
  ],
  [
    'what fills a slot',
    hover,
    layout,
    'export default function L({ te‸am }) {}',
    [contents('app'), names('app'), names('app/dash')],
  ],
  [
    'the files of a slot',
    define,
    layout,
    'export default function L({ te‸am }) {}',
    [
      names('app'),
      contents('app/@modal'),
      names('app/dash'),
      contents('app/dash/@other'),
      contents('app/dash/@team'),
    ],
  ],
])('reads no folder twice for %s', (_, ask, path, marked, reads) => {
  const found = readsFor(ask, path, marked);
  expect(found.toSorted(byPath)).toEqual(reads.toSorted(byPath));
});

function byPath(a: HostCall, b: HostCall): number {
  const [x, y] = [a, b].map(({ method, path }) => `${path} ${method}`) as [string, string];
  return x < y ? -1 : x > y ? 1 : 0;
}

test.each<[string, Question, string, string]>([
  ['a page', complete, 'app/dash/page.tsx', 'export default function P({ ‸ }) {}'],
  ['a page', refactor, 'app/dash/page.tsx', 'export default function P() {‸}'],
  ['a component', complete, 'app/dash/nav.tsx', `${hook}useKey('team'); ‸`],
  ['a component', hover, 'app/dash/nav.tsx', `${hook}use‸Key('team');`],
  ['a file outside of the app', complete, 'lib/layout.tsx', 'export default ({ ‸ }) => null;'],
  ['a file outside of the app', refactor, 'lib/layout.tsx', 'export default () => null;‸'],
  ['another place of a layout', complete, layout, 'export default function L() { ‸ }'],
  ['another place of a layout', hover, layout, 'export default function L‸() {}'],
  ['another place of a layout', define, layout, 'const a = 1; export default () => ‸a;'],
])('reads no folder at all for %s', (_, ask, path, marked) => {
  expect(readsFor(ask, path, marked)).toEqual([]);
});

test('reads each folder anew for the next question', () => {
  const app = appWith();
  const project = new TsserverProject(app);
  const text = 'export default function L({  }) {}';
  const { service, file } = project.open(layout, text);
  const offset = text.indexOf('{') + 2;
  const offered = () =>
    service.getCompletionsAtPosition(file, offset, undefined)?.entries.map(({ name }) => name);
  expect(offered()).toEqual(['other', 'team']);
  app.folder('app/dash/@fresh');
  expect(offered()).toEqual(['fresh', 'other', 'team']);
  app.remove('app/dash/@team');
  expect(offered()).toEqual(['fresh', 'other']);
});
