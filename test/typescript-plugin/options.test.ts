import { expect, test } from 'vitest';
import { NextApp } from '../harness/next-app.js';
import { ours } from '../harness/tsserver-app.js';
import { TsserverProject } from '../harness/tsserver-project.js';

const text = 'export default function L({ team }) { return team; }\n';

function appWith(options: object, files: Readonly<Record<string, string | true>> = {}): NextApp {
  return new NextApp({
    'package.json': JSON.stringify({ dependencies: { next: '16.4.6' } }),
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        jsx: 'preserve',
        noLib: true,
        types: [],
        plugins: [{ name: ours, ...options }],
      },
    }),
    'app/dash/layout.tsx': text,
    'app/dash/page.tsx': true,
    'app/dash/@team/page.tsx': true,
    ...files,
  });
}

const layout = 'app/dash/layout.tsx';

/** The findings of ours in a file, as tsserver would send them. */
function findings(project: TsserverProject, path = layout, content = text) {
  const { service, file } = project.open(path, content);
  return service
    .getSemanticDiagnostics(file)
    .filter(({ source }) => source === 'next-slots')
    .map(({ code, category, start, length, messageText }) => ({
      code,
      category,
      at: content.slice(start, (start ?? 0) + (length ?? 0)),
      message: typeof messageText === 'string' ? messageText : messageText.messageText,
    }));
}

const error = 1;
const warning = 0;

test('reports nothing until it is asked to', () => {
  const project = new TsserverProject(appWith({}));
  const { service, file } = project.open(layout, text);
  project.calls.length = 0;
  const found = service.getSemanticDiagnostics(file);
  expect(found.filter(({ source }) => source === 'next-slots')).toEqual([]);
  expect(project.calls).toEqual([]);
});

test('reports what every integration reports, with the rule as code', () => {
  const project = new TsserverProject(appWith({ diagnostics: true }));
  expect(findings(project)).toEqual([
    {
      code: 'require-slot-default',
      category: error,
      at: 'team',
      message: expect.stringContaining('`@team` has no ') as string,
    },
  ]);
  expect(project.ownLog()).toEqual([]);
});

test('lists the pages that a finding breaks', () => {
  const project = new TsserverProject(
    appWith({ diagnostics: true }, { 'app/dash/settings/page.tsx': true }),
  );
  const { service, file } = project.open(layout, text);
  const [finding] = service
    .getSemanticDiagnostics(file)
    .filter(({ source }) => source === 'next-slots');
  expect(
    finding?.relatedInformation?.map((related) => [related.file?.fileName, related.messageText]),
  ).toEqual([
    [expect.stringMatching(/app\/dash\/settings\/page\.tsx$/u), 'Affects /dash/settings'],
  ]);
});

test.each([
  '// eslint-disable-next-line next-slots/require-slot-default',
  '/* next-slots-disable */',
])('leaves out what a comment suppresses: %s', (comment) => {
  const project = new TsserverProject(appWith({ diagnostics: true }));
  expect(findings(project, layout, `${comment}\n${text}`)).toEqual([]);
});

test('accepts the same levels and presets as other integrations', () => {
  const rules = { 'require-slot-default': 'warn' };
  expect(findings(new TsserverProject(appWith({ diagnostics: true, rules })))).toMatchObject([
    { code: 'require-slot-default', category: warning },
  ]);
  const off = { diagnostics: true, rules: { 'require-slot-default': 'off' } };
  expect(findings(new TsserverProject(appWith(off)))).toEqual([]);
});

test('sees a file that was created since', () => {
  const app = appWith({ diagnostics: true });
  const project = new TsserverProject(app);
  expect(findings(project)).toHaveLength(1);
  app.write('app/dash/@team/default.tsx', true);
  expect(findings(project)).toEqual([]);
});

test('logs invalid options and ignores them', () => {
  const project = new TsserverProject(appWith({ diagnostics: 'yes', nextVersoin: '16' }));
  expect(findings(project)).toEqual([]);
  expect(project.ownLog()).toEqual([
    expect.stringContaining('options: diagnostics: must be boolean'),
    expect.stringContaining('options: there is no option "nextVersoin"'),
  ]);
});

test('takes other options from the editor while it runs', () => {
  const project = new TsserverProject(appWith({}));
  expect(findings(project)).toEqual([]);
  project.configure({ diagnostics: true });
  expect(findings(project)).toHaveLength(1);
  project.configure({ diagnostics: true, bundler: 'none' });
  expect(findings(project)).toEqual([]);
  expect(project.ownLog()).toHaveLength(1);
});

test('leaves completions and refactors to the language server if configured', () => {
  const project = new TsserverProject(appWith({}));
  const content = 'export default function L({  }) {}';
  const { service, file } = project.open(layout, content);
  const at = content.indexOf('{') + 2;
  const offered = () => ({
    completions: service.getCompletionsAtPosition(file, at, undefined)?.entries.length ?? 0,
    refactors: service
      .getApplicableRefactors(file, at, undefined)
      .filter(({ name }) => name === 'next-slots').length,
  });
  expect(offered()).toEqual({ completions: 1, refactors: 1 });
  project.configure({ refactors: false });
  expect(offered()).toEqual({ completions: 1, refactors: 0 });
  project.configure({ completions: false });
  expect(offered()).toEqual({ completions: 0, refactors: 1 });
});

test('finds the app where the options say it is', () => {
  const files = { 'web/pages/layout.tsx': true, 'web/pages/@team/page.tsx': true } as const;
  const project = new TsserverProject(appWith({ appDir: 'web/pages' }, files));
  const content = 'export default function L({  }) {}';
  const { service, file } = project.open('web/pages/layout.tsx', content);
  const list = service.getCompletionsAtPosition(file, content.indexOf('{') + 2, undefined);
  expect(list?.entries.map(({ name }) => name)).toEqual(['team']);
  const outside = project.open(layout, content);
  expect(
    outside.service.getCompletionsAtPosition(outside.file, content.indexOf('{') + 2, undefined)
      ?.entries ?? [],
  ).toEqual([]);
});

test('takes a layout for one by the page extensions of next.config', () => {
  const files = {
    'next.config.ts': "export default { pageExtensions: ['page.tsx'] };\n",
    'app/shop/layout.page.tsx': true,
    'app/shop/@cart/page.page.tsx': true,
  } as const;
  const app = appWith({}, files);
  const project = new TsserverProject(app);
  const content = 'export default function L({  }) {}';
  const offered = (path: string) => {
    const { service, file } = project.open(path, content);
    const list = service.getCompletionsAtPosition(file, content.indexOf('{') + 2, undefined);
    return list?.entries.map(({ name }) => name) ?? [];
  };
  expect(offered('app/shop/layout.page.tsx')).toEqual(['cart']);
  expect(offered(layout)).toEqual([]);
  app.write('next.config.ts', 'export default {};\n');
  expect(offered(layout)).toEqual(['team']);
});
