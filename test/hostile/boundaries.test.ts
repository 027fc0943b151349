/** What a project may not make us read, run or write, attacked through every integration. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { brokenSlot, CliApp } from '../harness/cli-app.js';
import { dose, isNight } from '../harness/is-night.js';
import { EslintApp } from '../harness/eslint-app.js';
import { fullClient, LspApp, pullingClient } from '../harness/lsp-app.js';
import type { LspClient } from '../harness/lsp-client.js';
import type { NextApp } from '../harness/next-app.js';
import { Tsserver } from '../harness/tsserver.js';
import { ours, TsserverApp } from '../harness/tsserver-app.js';

const missing = 'app/dash/@team/default.tsx';
const manifest = JSON.stringify({ type: 'module', dependencies: { next: '16.4.6' } });

/** A layout whose route only an edit of its text corrects. */
const editable = {
  'app/route/layout.tsx':
    "export default function Layout({ children, side }: LayoutProps<'/rote'>) {\n  return [children, side];\n}\n",
  'app/route/page.tsx': true,
  'app/route/@side/page.tsx': true,
  'app/route/@side/default.tsx': true,
} as const;

/** Another project, which is nobody's to change here. */
function victim(): CliApp {
  return new CliApp({ ...brokenSlot, ...editable });
}

function textsOf(app: NextApp): Readonly<Record<string, string>> {
  return Object.fromEntries(app.list('.').map((file) => [file, app.read(file)]));
}

/** Ways out of a project: what makes them in it, and the settings that take them. */
const waysOut = {
  'a folder of the app that is a link': {
    make: (project: NextApp, other: NextApp) => {
      mkdirSync(project.path('app'));
      project.write('app/layout.tsx', brokenSlot['app/layout.tsx']);
      symlinkSync(other.path('app/dash'), project.path('app/dash'));
      symlinkSync(other.path('app/route'), project.path('app/route'));
    },
    settings: () => ({}),
  },
  'an app directory that is a link': {
    make: (project: NextApp, other: NextApp) => {
      symlinkSync(other.path('app'), project.path('app'));
    },
    settings: () => ({}),
  },
  'a setting of a folder behind a link': {
    make: (project: NextApp, other: NextApp) => {
      symlinkSync(other.root, project.path('linked'));
    },
    settings: () => ({ appDir: 'linked/app' }),
  },
  'a setting of an absolute folder': {
    make: () => undefined,
    settings: (other: NextApp) => ({ appDir: other.path('app') }),
  },
} as const;

describe.skipIf(process.platform === 'win32')('nothing is written outside the project', () => {
  describe.each(dose(Object.entries(waysOut), 1))('by %s', (_way, { make, settings }) => {
    test('the command line', async () => {
      const other = victim();
      const before = textsOf(other);
      const project = new CliApp({
        'next-slots.config.json': JSON.stringify(settings(other)),
      });
      make(project, other);
      const { stdout, stderr, code } = await project.cli(['fix', '--yes']);
      expect(textsOf(other)).toEqual(before);
      expect(stdout).not.toMatch(/^(?:created|edited)/mu);
      expect(stderr).toMatch(/EXDEV|is outside/u);
      expect(code).not.toBe(0);
    });

    test('ESLint', async () => {
      const other = victim();
      const before = textsOf(other);
      const project = new EslintApp('10', {
        'eslint.config.js': `import nextSlots from 'eslint-plugin-next-slots';
import parser from '@typescript-eslint/parser';
export default [
  { files: ['**/*.tsx'], languageOptions: { parser } },
  nextSlots.configs.recommended,
  { settings: { 'next-slots': ${JSON.stringify(settings(other))} } },
];
`,
      });
      make(project, other);
      const layouts = ['app/dash/layout.tsx', 'linked/app/dash/layout.tsx'];
      await project.eslint(['--fix', '--no-error-on-unmatched-pattern', ...layouts]);
      expect(textsOf(other)).toEqual(before);
    });

    test('the language server', async () => {
      const other = victim();
      const before = textsOf(other);
      const project = new LspApp({});
      make(project, other);
      const client = await project.start({
        capabilities: fullClient,
        initializationOptions: settings(other),
      });
      for (const file of ['app/dash/layout.tsx', 'app/route/layout.tsx']) {
        for (const root of [project.path('.'), project.path('linked')]) {
          expect(await fixesIn(client, join(root, file))).toEqual([]);
        }
      }
      await client.request('workspace/executeCommand', { command: 'next-slots.fixWorkspace' });
      expect(JSON.stringify(client.applied)).not.toMatch(/default\.tsx|newText/u);
      const answer = await client.request<object>('next-slots/newSlot', {
        folder: project.uri('app/dash'),
        name: 'fresh',
        files: ['page'],
      });
      expect(answer).not.toHaveProperty('edit');
      expect(textsOf(other)).toEqual(before);
    });
  });

  test.runIf(isNight)('by tsserver, in any of these ways', async () => {
    const server = new Tsserver('6.0', new CliApp({}).root, onTestFinished);
    for (const { make, settings } of dose(Object.values(waysOut), 2)) {
      const other = victim();
      const project = new TsserverApp([{ name: ours, diagnostics: true, ...settings(other) }], {});
      make(project, other);
      for (const path of ['app/dash/layout.tsx', 'linked/app/dash/layout.tsx']) {
        const file = project.path(path);
        server.notify('open', { file, fileContent: brokenSlot['app/dash/layout.tsx'] });
        expect(await editsIn(server, file)).not.toMatch(/newText/u);
      }
    }
  });

  test('by the page that a link of the project stands for', async () => {
    const other = victim();
    const project = new CliApp(brokenSlot);
    symlinkSync(other.path('package.json'), project.path('matrix.html'));
    const { stderr, code } = await project.cli(['matrix', '--html', 'matrix.html']);
    expect(stderr).toContain('it is a symbolic link');
    expect(code).toBe(2);
    expect(JSON.parse(other.read('package.json'))).toHaveProperty('dependencies');
  });

  test('a link inside one repository is followed', async () => {
    const app = new CliApp({
      '.git/HEAD': '',
      'web/package.json': manifest,
      ...Object.fromEntries(
        Object.entries(brokenSlot).map(([file, text]) => [`shared/${file}`, text]),
      ),
    });
    symlinkSync('../shared/app', app.path('web/app'));
    expect(await app.cli(['fix', 'web'])).toMatchObject({ code: 0, stderr: '' });
    expect(app.list('shared')).toContain(`shared/${missing}`);
  });
});

/** The edits that are offered where nothing but the outside could be edited. */
async function fixesIn(client: LspClient, path: string): Promise<readonly unknown[]> {
  const place = { line: 0, character: 0 };
  const actions = await client.request<readonly { readonly edit?: unknown }[] | null>(
    'textDocument/codeAction',
    {
      textDocument: { uri: `file://${path}` },
      range: { start: place, end: { line: 9, character: 0 } },
      context: { diagnostics: [] },
    },
  );
  return (actions ?? []).filter(({ edit }) => edit !== undefined);
}

/** The edits of all refactors that are offered in a file, as JSON. */
async function editsIn(server: Tsserver, file: string): Promise<string> {
  const place = { file, line: 1, offset: 45 };
  const groups = (await server.request('getApplicableRefactors', place)) as {
    readonly name: string;
    readonly actions: readonly { readonly name: string }[];
  }[];
  const own = groups.find(({ name }) => name === 'next-slots');
  const edits = (own?.actions ?? []).map(({ name }) =>
    server.request('getEditsForRefactor', { ...place, refactor: 'next-slots', action: name }),
  );
  return JSON.stringify(await Promise.all(edits));
}

describe('a template is read only from the project', () => {
  const secret = 'what nobody outside may see';
  const template = () => new CliApp({ 'secret.txt': secret }).path('secret.txt');

  test('by the command line', async () => {
    const file = template();
    for (const config of dose([{ template: 'linked.txt' }, { template: file }], 1)) {
      const app = new CliApp({ ...brokenSlot, 'next-slots.config.json': JSON.stringify(config) });
      symlinkSync(file, app.path('linked.txt'));
      for (const command of ['fix', 'check'] as const) {
        const { stdout, stderr, code } = await app.cli([command, ...jsonOf[command]]);
        expect(stdout + stderr).not.toContain(secret);
        expect(stderr).toMatch(/^template: \S+ is outside the repository\./u);
        expect(code).toBe(2);
      }
      expect(app.has(missing)).toBe(false);
    }
    const app = new CliApp(brokenSlot);
    await app.cli(['fix', '--template', file]);
    expect(app.read(missing)).toBe(secret);
  });

  const jsonOf = { fix: [], check: ['--format', 'json'] } as const;

  test('by ESLint', async () => {
    const app = new EslintApp('10', {
      ...brokenSlot,
      'eslint.config.js': `import nextSlots from 'eslint-plugin-next-slots';
export default [
  { files: ['**/*.tsx'], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
  nextSlots.configs.recommended,
  { settings: { 'next-slots': { template: ${JSON.stringify(template())} } } },
];
`,
    });
    await app.eslint(['--fix', 'app']);
    expect(app.has(missing)).toBe(false);
  });

  test.runIf(isNight)('by the language server', async () => {
    const app = new LspApp(brokenSlot);
    const client = await app.start({
      capabilities: pullingClient,
      initializationOptions: { template: template() },
    });
    const params = {
      textDocument: { uri: app.uri('app/dash/layout.tsx') },
      range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
      context: { diagnostics: [] },
    };
    const actions = await client.request('textDocument/codeAction', params);
    expect(JSON.stringify(actions)).not.toContain(secret);
  });

  test('by tsserver', async () => {
    const outside = template();
    const server = new Tsserver('6.0', new CliApp({}).root, onTestFinished);
    for (const named of [outside, 'linked.txt', 'inside.txt']) {
      const app = new TsserverApp([{ name: ours, diagnostics: true, template: named }], brokenSlot);
      symlinkSync(outside, app.path('linked.txt'));
      app.write('inside.txt', 'of the project');
      const file = app.path('app/dash/layout.tsx');
      server.notify('open', { file });
      const edits = await editsIn(server, file);
      expect(edits).not.toContain(secret);
      expect(edits.includes('of the project')).toBe(named === 'inside.txt');
    }
  });
});

describe('what runs', () => {
  const code =
    "import { writeFileSync } from 'node:fs';\nwriteFileSync(MARK, '');\nexport default {};\n";
  const marking = (mark: string) => code.replace('MARK', JSON.stringify(mark));

  test('is no configuration above the repository', async () => {
    const app = new CliApp({ 'web/package.json': manifest });
    for (const [file, text] of Object.entries(brokenSlot)) app.write(`web/${file}`, text);
    for (const extension of dose(['ts', 'js', 'mjs'], 1)) {
      app.write(`next-slots.config.${extension}`, marking(app.path('ran')));
      app.remove('package.json');
      await app.cli(['check'], { cwd: app.path('web') });
      await app.cli(['check', 'web']);
      expect(app.has('ran')).toBe(false);
      app.write('package.json', '{ "workspaces": ["web"] }');
      await app.cli(['check', 'web']);
      expect(app.has('ran')).toBe(true);
      app.remove('ran');
      app.remove(`next-slots.config.${extension}`);
    }
  });

  test.runIf(isNight)('comes from no folder that others can write to', async () => {
    const shared = new CliApp({});
    const app = new CliApp({ ...brokenSlot, 'next-slots.config.ts': marking('ran') });
    await app.cli(['check'], { env: { TMPDIR: shared.root, TEMP: shared.root } });
    expect(app.has('ran')).toBe(true);
    expect(shared.list('.')).toEqual(['package.json']);
    expect(app.has('node_modules')).toBe(false);
  });

  test('is nothing of the project in an editor or under ESLint', async () => {
    const files = {
      ...brokenSlot,
      'next.config.js': marking('ran'),
      'next-slots.config.js': marking('ran'),
      'next-slots.config.ts': marking('ran'),
      'node_modules/next/index.js': marking('ran'),
      'node_modules/typescript/lib/typescript.js': "require('fs').writeFileSync('ran', '')",
      'node_modules/semver/index.js': "require('fs').writeFileSync('ran', '')",
    };
    const edited = new LspApp(files);
    const client = await edited.start({ capabilities: pullingClient });
    const report = await client.request('workspace/diagnostic', { previousResultIds: [] });
    expect(JSON.stringify(report)).toContain('@team');
    expect(edited.has('ran')).toBe(false);
    const linted = new EslintApp('10', files);
    expect((await linted.eslint(['app'])).stdout).toContain('@team');
    expect(linted.has('ran')).toBe(false);
  });
});

describe('what is printed', () => {
  const forged = '::error file=app/page.tsx,line=1::forged';

  test('is never a workflow command, whatever a folder is named', async () => {
    const app = new CliApp({ ...brokenSlot });
    for (const name of [forged, '##[error]forged', ` ${forged}`]) {
      app.write(`app/${name}/@team/page.tsx`, true);
      app.write(`${name}/package.json`, manifest);
      app.write(`${name}/app/page.tsx`, true);
    }
    const env = { GITHUB_ACTIONS: 'true' };
    const runs = [['check'], ['check', '--format', 'json']];
    const more = [
      ['fix', '--dry-run'],
      ['matrix'],
      ['explain', '/nowhere'],
      ['check', '--format', 'sarif'],
    ];
    for (const args of [...runs, ...dose(more, 0)]) {
      const { stdout, stderr } = await app.cli(args, { env });
      expect(stdout + stderr).not.toMatch(/^\s*::|##\[/mu);
      if (args.includes('json')) expect(stdout).toContain('forged');
    }
    const { stdout } = await app.cli(['check', '--format', 'github'], { env });
    expect(stdout).not.toMatch(/^\s*::error file=app\/page/mu);
    expect(JSON.parse((await app.cli(['check', '--format', 'json'], { env })).stdout)).toEqual(
      await app.json(['check']),
    );
  });

  test('has no escape sequence, even in errors', async () => {
    const evil = '\u001b[31mred';
    const app = new CliApp(brokenSlot);
    const attempts: [Record<string, string>, string[]][] = [
      [{ 'next-slots.config.json': `{ "${evil.replace('\u001b', '\\u001b')}": 1 }` }, ['check']],
      [{ 'next-slots.config.js': `throw new Error('${evil}')` }, ['check']],
      [
        {
          'next-slots.config.json': `{ "rules": { "${evil.replace('\u001b', '\\u001b')}": "off" } }`,
        },
        ['check'],
      ],
      [{ 'next-slots.config.json': JSON.stringify({ template: evil }) }, ['fix']],
      [{ 'next-slots.config.json': JSON.stringify({ appDir: evil }) }, ['check']],
      [{}, ['check', '--config', evil]],
      [{}, ['check', evil]],
      [{}, ['explain', `/${evil}`]],
    ];
    for (const [files, args] of dose(attempts, 2)) {
      for (const [file, text] of Object.entries(files)) app.write(file, text);
      const { stdout, stderr } = await app.cli(args);
      expect(stderr).not.toBe('');
      expect(stdout + stderr).not.toContain('\u001b');
      for (const file of Object.keys(files)) app.remove(file);
    }
  });

  test('holds no control character beyond ASCII and nothing unseen, also in JSON', async () => {
    const app = new CliApp(brokenSlot);
    const name = '\u009b31m\u202ea\u{e0041}\u007f';
    for (const [file, text] of Object.entries(brokenSlot)) app.write(`app/${name}/${file}`, text);
    const formats = dose(['json', 'pretty', 'junit', 'stylish', 'compact', 'sarif', 'gitlab'], 1);
    const runs = formats.map((format) => ['check', '--format', format]);
    for (const args of [...runs, ['matrix', '--format', 'json'], ['matrix']]) {
      const { stdout, stderr } = await app.cli(args);
      expect(stdout + stderr).not.toMatch(/[\u007f-\u009f\p{Cf}]/u);
    }
    expect(JSON.stringify(await app.json(['check']))).toContain(`app/${name}/app/dash/layout.tsx`);
  });

  test('is no picture in a hover', async () => {
    const app = new LspApp({
      'app/layout.tsx':
        'export default function Layout({ children, team }) {\n  return [children, team];\n}\n',
      'app/page.tsx': true,
      'app/@team/page.tsx': true,
      'app/@team/`![x](https:/evil.example)/page.tsx': true,
      'app/a`![x](https:/evil.example)/page.tsx': true,
    });
    const client = await app.start({ capabilities: fullClient });
    app.open(client, 'app/layout.tsx');
    const hover = await client.request<{ contents: { value: string } }>('textDocument/hover', {
      textDocument: { uri: app.uri('app/layout.tsx') },
      position: { line: 0, character: 45 },
    });
    expect(hover.contents.value).toContain('evil');
    const withoutCode = hover.contents.value.replaceAll(/(`+)(?!`)[^]*?(?<!`)\1(?!`)/gu, '');
    expect(withoutCode).not.toContain('![');
    expect(withoutCode).not.toContain('evil');
  });

  test('is no code, whatever the page extensions say', async () => {
    const extension = "a'; process.exit(3); '.tsx";
    const app = new CliApp({
      ...brokenSlot,
      'next.config.js': `export default { pageExtensions: [${JSON.stringify(extension)}, 'tsx'] };`,
    });
    app.write(`app/dash/@team/page.${extension}`, true);
    await app.cli(['fix', '--template', 'mirror']);
    expect(app.list('app').join('\n')).not.toContain(`default.${extension}`);
    expect(app.read(missing)).toBe('export { default } from "./page";\n');
    const { stderr, code } = await app.cli(['check', '--page-extensions', extension]);
    expect(stderr).toContain('page-extensions');
    expect(code).toBe(2);
  });
});
