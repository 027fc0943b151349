/** Files that nobody expects: each host answers, says what it could not read, and checks the rest. */
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { brokenSlot, CliApp } from '../harness/cli-app.js';
import { dose, isNight } from '../harness/is-night.js';
import { EslintApp } from '../harness/eslint-app.js';
import { LspApp, pullingClient } from '../harness/lsp-app.js';
import { bound } from './hostile-workspace.js';

const slotReport = '`@team` has no ';
/** Milliseconds in which nobody waits for a FIFO or reads `/dev/zero` to its end. */
const timeout = 30_000;

/** Texts that go deeper than parsers do, by what is put into itself. */
const deepTexts = {
  brackets: within((text) => `(${text})`, 20_000),
  'templates in templates': within((text) => `\`\${${text}}\``, 10_000),
  functions: within((text) => `function () { return ${text}; }`, 5000),
  'arrow functions': `${'a => '.repeat(20_000)}1`,
  'conditions with no bracket': `${'a ? 1 : '.repeat(20_000)}1`,
  'brackets behind as many closed ones in a comment': `1; /*${')'.repeat(20_000)}*/ ${within((text) => `(${text})`, 20_000)}`,
  'arrow functions between ends of statements in comments': `${`${'a=>'.repeat(1900)}/*;*/`.repeat(10)}1`,
  labels: `function () { ${'a:'.repeat(31_000)} x }`,
  elements: `${'<a>'.repeat(70_000)}${'</a>'.repeat(70_000)}`,
} as const;

function within(wrap: (text: string) => string, depth: number): string {
  const [before = '', after = ''] = wrap('|').split('|');
  return `${before.repeat(depth)}1${after.repeat(depth)}`;
}

type AppTexts = Readonly<Record<string, string | true>>;

const deepLevel = (folder: string, value: string): AppTexts => ({
  [`app/${folder}/layout.tsx`]: `export default function Layout({ children, side }) {\n  const value = ${value};\n  return [children, side, value];\n}\n`,
  [`app/${folder}/page.tsx`]: true,
  [`app/${folder}/@side/page.tsx`]: `export default async function Page() {\n  return ${value};\n}\n`,
  [`app/${folder}/@side/default.tsx`]: true,
});

/** The files of some levels or apps as those of one. */
function merged(all: readonly AppTexts[]): AppTexts {
  return Object.fromEntries(all.flatMap((texts) => Object.entries(texts)));
}

test('huge files and a pages directory that links to everything are skipped', async () => {
  const app = new CliApp({ ...brokenSlot, 'app/layout.tsx': '', 'next.config.js': '' });
  for (const file of ['app/layout.tsx', 'next.config.js', 'pnpm-workspace.yaml']) {
    app.write(file, '');
    truncateSync(app.path(file), 2 ** 31);
  }
  symlinkSync('/', app.path('pages'));
  const { stdout, stderr, code } = await app.cliAlone(['check'], { timeout });
  expect(stdout).toContain(slotReport);
  expect(stderr).toContain('Skipped app/layout.tsx: it is larger than 4 MB.');
  expect(code).toBe(1);
  const client = await new LspApp({}).connect({ folders: [app.root] }).open();
  const report = client.request('workspace/diagnostic', { previousResultIds: [] });
  expect(JSON.stringify(await report)).toContain(slotReport);
});

describe('code that is nested deeper than any parser goes', () => {
  test('the command line', async () => {
    const asked = dose(Object.entries(deepTexts), 2);
    const app = new CliApp({
      ...brokenSlot,
      ...merged(asked.map(([what, value]) => deepLevel(what, value))),
    });
    const { stdout, stderr, code } = await app.cliAlone(['check'], { timeout: 2 * timeout });
    expect(stdout).toContain(slotReport);
    for (const [what] of asked) {
      expect(stderr).toContain(
        `Skipped app/${what}/layout.tsx: it is nested too deeply to be parsed.`,
      );
    }
    expect(code).toBe(1);
  });

  test.runIf(isNight)('the language server', async () => {
    const app = new LspApp({ ...brokenSlot, ...deepLevel('deep', deepTexts.brackets) });
    const client = await app.start({ capabilities: pullingClient });
    const report = await client.request('workspace/diagnostic', { previousResultIds: [] });
    expect(JSON.stringify(report)).toContain(slotReport);
  });

  test('code that only looks deeply nested is parsed', async () => {
    const app = new CliApp({
      ...brokenSlot,
      'app/dash/layout.tsx': `const text = '${'('.repeat(5000)}';\nexport default function Layout({ children, tem }) {\n  return [children, tem, text];\n}\n`,
    });
    const { stdout, stderr } = await app.cli(['check']);
    expect(stderr).toBe('');
    expect(stdout).toContain('the prop `tem` is always `undefined`');
  });
});

/** Texts that are small, and lead a reader that is not careful through more than it ever ends with. */
const endlessTexts = {
  'types that double': doubled((before, at) => `type T${at} = T${before} & T${before};`),
  'generic types that double': doubled(
    (before, at) => `type T${at}<P = object> = T${before}<P> & T${before}<P>;`,
    'type T0<P = object> = P;',
  ),
  'interfaces that double': doubled(
    (before, at) =>
      `interface T${at} extends T${before}, U${before} {}\ninterface U${at} extends T${before} {}`,
    'interface T0 { team: null }\ninterface U0 {}',
  ),
  'blank lines': '\n'.repeat(200_000),
  'an import of nothing': `/* import${' '.repeat(200_000)} */`,
  'a name without end': `const ${'a'.repeat(200_000)} = 1;`,
} as const;

function doubled(declare: (before: number, at: number) => string, first?: string): string {
  const all = [first ?? 'type T0 = { team: null };'];
  for (let at = 1; at <= 40; at += 1) all.push(declare(at - 1, at));
  return all.join('\n');
}

describe('code that takes too many steps to read', () => {
  const calls = Array.from(
    { length: 9 },
    (_, at) => `const a${at + 1} = f(${Array.from({ length: 20 }, () => `a${at}`).join(', ')});`,
  );
  const app = {
    ...brokenSlot,
    'app/deep/layout.jsx': `const a0 = 1;\n${calls.join('\n')}\nexport default a9;\n`,
    'app/deep/page.tsx': true,
    'app/deep/@side/page.tsx': true,
    'app/deep/@side/default.tsx': true,
  } as const;
  const told = 'deep/layout.jsx: it is too complex to be read.\n';

  test('the command line names it, and checks the rest', async () => {
    const { stdout, stderr } = await new CliApp(app).cliAlone(['check'], { timeout });
    expect(stdout).toContain(slotReport);
    expect(stderr).toBe(`Skipped app/${told}`);
  });

  test('ESLint names it once, and checks the rest', async () => {
    const { stdout, stderr } = await new EslintApp('10', {
      ...app,
      'eslint.config.js': `import nextSlots from 'eslint-plugin-next-slots';
const parserOptions = { ecmaFeatures: { jsx: true } };
export default [
  { files: ['**/*.tsx', '**/*.jsx'], languageOptions: { parserOptions } },
  ...nextSlots.forApps(import.meta.dirname),
];
`,
    }).eslint(['app'], { timeout });
    expect(stdout).toContain(slotReport);
    expect(stderr.split(told).length).toBe(2);
  });

  test.runIf(isNight)('the language server names it once, and checks the rest', async () => {
    const server = new LspApp(app);
    const client = await server.start({ capabilities: pullingClient });
    for (let round = 0; round < 2; round += 1) {
      const report = await client.request('workspace/diagnostic', { previousResultIds: [] });
      expect(JSON.stringify(report)).toContain(slotReport);
    }
    expect(client.stderr.split(told).length).toBe(2);
  });
});

test('layouts that seem to have no end come to one', async () => {
  const levels = Object.entries(endlessTexts).map(([what, text]) => {
    const type = text.includes('T40') ? ': T40' : '';
    return {
      [`app/${what}/layout.tsx`]: `${text}\nexport default function Layout(props${type}) {\n  return props.children;\n}\n`,
      [`app/${what}/page.tsx`]: true,
      [`app/${what}/@side/page.tsx`]: true,
      [`app/${what}/@side/default.tsx`]: true,
    } as const;
  });
  const app = new CliApp({ ...brokenSlot, ...merged(levels) });
  const { stdout, stderr, code } = await app.cliAlone(['fix', '--dry-run'], { timeout: 20_000 });
  expect(stderr).not.toContain('which is a mistake');
  expect(stdout).toContain('app/dash/@team/default.tsx');
  expect(code).toBeLessThan(2);
});

test('a folder named @', async () => {
  const app = new CliApp({ ...brokenSlot, 'app/dash/@/page.tsx': true, 'app/@/page.tsx': true });
  const { stdout, code } = await app.cliAlone(['check'], { timeout: 10_000 });
  expect(stdout).toContain(slotReport);
  expect(code).toBe(1);
});

describe.skipIf(process.platform === 'win32')('something that is not a regular file', () => {
  test('a FIFO where Next has its own files: the parser still loads', async () => {
    const app = new CliApp({
      ...brokenSlot,
      'app/dash/layout.tsx':
        'export default function Layout({ children, tem }) {\n  return [children, tem];\n}\n',
    });
    for (const file of ['next.config.js', 'next.config.mts', 'app/zz.tsx']) {
      execFileSync('mkfifo', [app.path(file)]);
    }
    const { stdout, stderr } = await app.cliAlone(['check'], { timeout });
    expect(stderr).toBe('');
    expect(stdout).toContain('the prop `tem` is always `undefined`');
  });

  test.each(dose(['pipe', '/dev/zero'], 1))(
    'the template %s, and the command line',
    async (template) => {
      const app = new CliApp(brokenSlot);
      execFileSync('mkfifo', [app.path('pipe')]);
      const { stderr, code } = await app.cliAlone(['fix', '--template', template], { timeout });
      expect(stderr).toMatch(/^template: there is no file \/\S+\n$/u);
      expect(code).toBe(2);
    },
  );

  test.each(dose(['pipe', '/dev/zero'], 1))('the template %s, and ESLint', async (template) => {
    const app = new EslintApp('10', {
      ...brokenSlot,
      'eslint.config.js': `import nextSlots from 'eslint-plugin-next-slots';
const settings = { template: '${template}' };
export default [
  { files: ['**/*.tsx'], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
  ...nextSlots.forApps(import.meta.dirname, { settings }),
];
`,
    });
    execFileSync('mkfifo', [app.path('pipe')]);
    const { stdout } = await app.eslint(['--fix', 'app'], { timeout });
    expect(stdout).toContain(slotReport);
    expect(app.list('app')).not.toContain('app/dash/@team/default.tsx');
  });
});

describe('files that cannot be read are reported', () => {
  test.skipIf(process.platform === 'win32')('a file without read access', async () => {
    const app = new CliApp({ ...brokenSlot, 'app/dash/@team/page.tsx': 'export const a = 1;\n' });
    chmodSync(app.root, 0o755);
    if (bound.uid !== undefined) chownSync(app.root, bound.uid, bound.gid);
    chmodSync(app.path('app/dash/layout.tsx'), 0);
    const { stderr } = await app.cliAlone(['check'], bound);
    expect(stderr).toBe('Skipped app/dash/layout.tsx: it cannot be read (EACCES).\n');
  });

  test('a file with a syntax error, and a package.json that is not JSON', async () => {
    const app = new CliApp({
      ...brokenSlot,
      'package.json': '{ "dependencies": ',
      'app/dash/layout.tsx': 'export default function Layout({\n  children, te am }) {}\n',
    });
    const { stdout, stderr, code } = await app.cli(['check']);
    expect(stdout).toContain(slotReport);
    expect(code).toBe(1);
    expect(stderr.split('\n')).toEqual([
      'Skipped package.json: it is not valid JSON.',
      expect.stringMatching(/^Skipped app\/dash\/layout\.tsx: it cannot be parsed at line 2: /u),
      '',
    ]);
    const fixed = await app.cli(['fix', '--dry-run']);
    expect(fixed.stderr).toContain('Skipped app/dash/layout.tsx');
  });

  test('code that crashes the parser', async () => {
    const app = new CliApp({
      ...brokenSlot,
      'app/dash/layout.tsx':
        'export default function Layout({ children, tem }) {\n  return <\\div>{children}{tem}</\\div>;\n}\n',
    });
    const { stdout, stderr, code } = await app.cli(['check']);
    expect(stdout).toContain(slotReport);
    expect(stderr).toContain('Skipped app/dash/layout.tsx: ');
    expect(code).toBe(1);
  });

  test('an installed Next.js with an invalid version is ignored', async () => {
    const versions = ['banana', '16.4.6\u001b[31m', '15.5.29\n::error::a', 7];
    const app = new CliApp(
      merged(
        versions.map((version, index) => ({
          [`${index}/app/page.tsx`]: true,
          [`${index}/package.json`]: JSON.stringify({ dependencies: { next: '^15.2.0' } }),
          [`${index}/node_modules/next/package.json`]: JSON.stringify({ version }),
        })),
      ),
    );
    const folders = versions.map((_, index) => String(index));
    const { apps } = (await app.json(['check', ...folders])) as { apps: { next: string }[] };
    expect(apps.map(({ next }) => next)).toEqual(versions.map(() => '15.5.29'));
  });

  test('a byte order mark in a package.json is ignored', async () => {
    const app = new CliApp({
      ...brokenSlot,
      'package.json': `\uFEFF${JSON.stringify({ dependencies: { next: '15.1.0' }, 'next-slots': { bundler: 'turbopack' } })}`,
    });
    const { apps } = (await app.json(['check'])) as { apps: unknown[] };
    expect(apps).toMatchObject([{ next: '15.1.0', bundler: 'turbopack' }]);
  });
});

describe('fix', () => {
  test('does not edit a layout that lacks many slots', async () => {
    const names = Array.from({ length: 25 }, (_, index) => `slot${index}`);
    const app = new CliApp({
      ...brokenSlot,
      ...Object.fromEntries(
        names.flatMap((name) => [
          [`app/dash/@${name}/page.tsx`, true],
          [`app/dash/@${name}/default.tsx`, true],
        ]),
      ),
    });
    const { stdout } = await app.cli(['fix']);
    // Where to render them only a person knows.
    expect(stdout).toContain('25 errors left to fix by hand');
    expect(app.read('app/dash/layout.tsx')).not.toContain('slot0');
  });

  test('fixes a folder with two routes once', async () => {
    const app = new CliApp(brokenSlot);
    symlinkSync(app.path('app/dash'), app.path('app/board'), 'junction');
    const diff = await app.cli(['fix', '--dry-run']);
    expect(diff.stdout.match(/^diff --git/gmu)).toHaveLength(1);
    expect(await app.cli(['fix'])).toMatchObject({ code: 0, stderr: '' });
  });

  test('does not follow a cloned configuration out of the repository', async () => {
    const outside = new CliApp(brokenSlot);
    const app = new CliApp({
      ...brokenSlot,
      'next-slots.config.json': JSON.stringify({ appDir: outside.path('app') }),
    });
    mkdirSync(app.path('.git'));
    const { stderr, code } = await app.cli(['fix']);
    expect(stderr).toMatch(/^appDir: \S+ is outside \S+, where .* Use --app-dir\.\n$/u);
    expect(code).toBe(2);
    expect(outside.list('app')).not.toContain('app/dash/@team/default.tsx');
    expect((await app.cli(['fix', '--app-dir', outside.path('app')])).code).toBe(0);
    expect(outside.list('app')).toContain('app/dash/@team/default.tsx');
  });
});
