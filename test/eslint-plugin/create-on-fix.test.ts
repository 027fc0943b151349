import { chmodSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EslintApp } from '../harness/eslint-app.js';
import { dose, isNight } from '../harness/is-night.js';

const slot = 'app/dash/@team';
const created = `${slot}/default.tsx`;
const files = {
  'app/layout.tsx': true,
  'app/page.tsx': true,
  'app/dash/layout.tsx':
    'export default function Layout({ children, team }) {\n  return [children, team];\n}\n',
  'app/dash/page.tsx': true,
  [`${slot}/page.tsx`]: true,
} as const;

/** The name that root has no business with: file permissions bind it. */
const nobody = 65534;

// ESLint 9 is driven by `pnpm test:hosts`.
const versions = isNight ? (['9', '10'] as const) : (['10'] as const);

describe.each(versions)('ESLint %s', (version) => {
  const broken = (more: Readonly<Record<string, string | true>> = {}) =>
    new EslintApp(version, { ...files, ...more });

  const quiet: readonly (readonly [string, readonly string[]])[] = [
    ['no --fix', ['.']],
    ['--fix-dry-run', ['--fix-dry-run', '.']],
    ['--fix-type that leaves out problems', ['--fix', '--fix-type', 'suggestion,layout', '.']],
    ['-f json', ['-f', 'json', '.']],
    ['--no-fix', ['--no-fix', '.']],
    ['a file called --fix', ['.', '--', '--fix']],
  ];
  test.each(dose(quiet, 1))('%s reports and writes nothing', async (_name, args) => {
    const app = broken({ '--fix': '' });
    const before = app.list('app');
    const { code, stdout, stderr } = await app.eslint(args);
    expect(stdout + stderr).toContain('@team');
    expect(code).toBe(1);
    expect(app.list('app')).toEqual(before);
  });

  const fixing: readonly (readonly [string, readonly string[]])[] = [
    ['--fix', ['--fix', '.']],
    ['--fix of the one file', ['--fix', 'app/dash/layout.tsx']],
    ['--fix --concurrency 2', ['--fix', '--concurrency', '2', '.']],
    ['--fix --cache', ['--fix', '--cache', '.']],
    ['--fix --quiet', ['--fix', '--quiet', '.']],
    ['--fix --fix-type problem', ['--fix', '--fix-type', 'problem', '.']],
  ];
  test.each(dose(fixing, 2))('%s creates the file and is content', async (_name, args) => {
    const app = broken();
    const layout = app.path('app/dash/layout.tsx');
    const before = { text: app.read('app/dash/layout.tsx'), time: statSync(layout).mtimeMs };
    const { code, stdout } = await app.eslint(args);
    expect(stdout).toBe('');
    expect(code).toBe(0);
    expect(app.read(created)).toBe('export default function Default() {\n  return null;\n}\n');
    expect(app.read('app/dash/layout.tsx')).toBe(before.text);
    expect(statSync(layout).mtimeMs).toBe(before.time);
  });

  test('--stdin reports and writes nothing', async () => {
    const app = broken();
    const { code, stdout } = await app.eslint(
      ['--fix-dry-run', '--stdin', '--stdin-filename', 'app/dash/layout.tsx'],
      { input: app.read('app/dash/layout.tsx') },
    );
    expect(stdout).toContain('@team');
    expect(code).toBe(1);
    expect(app.has(created)).toBe(false);
  });

  test('the Node API reports and writes nothing', async () => {
    const app = broken();
    const { stdout } = await app.script(`
      import { ESLint } from 'eslint';
      import { readFileSync } from 'node:fs';
      for (const fix of [false, true]) {
        const eslint = new ESLint({ fix });
        const text = readFileSync('app/dash/layout.tsx', 'utf8');
        for (const results of [
          await eslint.lintFiles(['app/dash/layout.tsx']),
          await eslint.lintText(text, { filePath: 'app/dash/layout.tsx' }),
        ]) {
          console.log(results[0].messages.map(({ ruleId }) => ruleId).join());
        }
      }
    `);
    expect(stdout.trim().split('\n')).toEqual(
      Array.from({ length: 4 }, () => 'next-slots/require-slot-default'),
    );
    expect(app.has(created)).toBe(false);
  });

  const disabling: readonly (readonly [string, string])[] = [
    ['the file', '/* eslint-disable next-slots/require-slot-default -- on purpose */\n'],
    ['the file for all rules', '/* eslint-disable */\n'],
    ['the line', '// eslint-disable-next-line next-slots/require-slot-default\n'],
  ];
  test.each(dose(disabling, 1))(
    'a comment that disables the rule for %s keeps the file away',
    async (_name, comment) => {
      const app = broken({ 'app/dash/layout.tsx': comment + files['app/dash/layout.tsx'] });
      const { code } = await app.eslint(['--fix', '.']);
      expect(code).toBe(0);
      expect(app.has(created)).toBe(false);
    },
  );

  test('a comment about another rule does not', async () => {
    const comment = '/* eslint-disable no-console */\n';
    const app = broken({ 'app/dash/layout.tsx': comment + files['app/dash/layout.tsx'] });
    expect((await app.eslint(['--fix', '.'])).code).toBe(0);
    expect(app.has(created)).toBe(true);
  });

  describe('pages that Next.js rejects for a missing file, linted before the layout', () => {
    const refused = { 'app/dash/settings/page.tsx': true } as const;
    const layout = 'app/dash/layout.tsx';

    test('are not reported in the run that creates it', async () => {
      const app = broken(refused);
      expect((await app.eslint(['.'])).stdout).toContain('next-slots/no-unreachable-page');
      expect(await app.eslint(['--fix', '.'])).toMatchObject({ code: 0, stdout: '' });
      expect(app.has(created)).toBe(true);
    });

    test('have it created where they alone are linted', async () => {
      const app = broken(refused);
      const { code } = await app.eslint(['--fix', 'app/dash/settings/page.tsx']);
      expect(code).toBe(0);
      expect(app.has(created)).toBe(true);
    });

    test('do not have it created where a comment disables the rule at the layout', async () => {
      const comment = '/* eslint-disable next-slots/require-slot-default */\n';
      const app = broken({ ...refused, [layout]: comment + files[layout] });
      const { code, stdout } = await app.eslint(['--fix', '.']);
      expect(stdout).toContain('next-slots/no-unreachable-page');
      expect(code).toBe(1);
      expect(app.has(created)).toBe(false);
    });
  });

  test('scaffold: false only reports', async () => {
    const app = broken({
      'eslint.config.js': `
        import nextSlots from 'eslint-plugin-next-slots';
        export default [
          {
            files: ['**/*.tsx'],
            plugins: { 'next-slots': nextSlots },
            rules: { 'next-slots/require-slot-default': ['error', { scaffold: false }] },
          },
        ];
      `,
    });
    expect((await app.eslint(['--fix', '.'])).code).toBe(1);
    expect(app.has(created)).toBe(false);
  });

  test('runs at once all succeed and write one complete file', async () => {
    const app = broken();
    const count = isNight ? 16 : 4;
    const runs = await Promise.all(
      Array.from({ length: count }, () => app.eslint(['--fix', 'app/dash/layout.tsx'])),
    );
    expect(runs.map(({ code, stdout }) => ({ code, stdout }))).toEqual(
      Array.from({ length: count }, () => ({ code: 0, stdout: '' })),
    );
    expect(readdirSync(app.path(slot)).sort()).toEqual(['default.tsx', 'page.tsx']);
    expect(app.read(created)).toContain('return null');
  });

  // Windows has no read-only folders.
  test.skipIf(process.platform === 'win32')(
    'a read-only folder is reported with the reason',
    async () => {
      const app = broken();
      chmodSync(app.root, 0o755);
      chmodSync(app.path(slot), 0o555);
      const { code, stdout } = await app.eslint(
        ['--fix', '.'],
        process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {},
      );
      chmodSync(app.path(slot), 0o755);
      expect(stdout).toMatch(/could not be created: EACCES\s/u);
      expect(code).toBe(1);
      expect(app.has(created)).toBe(false);
    },
  );

  test('a dangling link is never followed', async () => {
    const app = broken();
    symlinkSync(app.path('elsewhere.tsx'), app.path(created));
    // The one file, since ESLint itself fails on a dangling link that it is told to lint.
    const { code, stdout } = await app.eslint(['--fix', 'app/dash/layout.tsx']);
    expect(stdout).toContain('is a broken symbolic link');
    expect(code).toBe(1);
    expect(app.has('elsewhere.tsx')).toBe(false);
  });

  test('nothing is written to a slot that links outside the app directory', async () => {
    const app = broken({ 'outside/page.tsx': true });
    symlinkSync(app.path('outside'), app.path('app/dash/@side'));
    const { code, stdout } = await app.eslint(['--fix', '.']);
    expect(stdout).toMatch(/@side.*outside the app directory/u);
    expect(code).toBe(1);
    expect(app.list('outside')).toEqual(['outside/page.tsx']);
  });
});
