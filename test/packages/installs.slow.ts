import { chmodSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { LspApp, pullingClient } from '../harness/lsp-app.js';
import { LspClient, type WireDiagnostic } from '../harness/lsp-client.js';
import { tarballsOf } from '../harness/packed.js';
import { Editor } from '../harness/tsserver-app.js';
import { Tsserver } from '../harness/tsserver.js';
import { FreshApp, type Ingredients } from './fresh-app.js';

const rule = 'next-slots/require-slot-default';

/** The user that root is not: file permissions bind it. */
const nobody = 65534;

/**
 * npm and pnpm meet both ends of Next with both versions of ESLint; the rest is spread so that any two
 * of the others meet somewhere. The versions of Node are the first that we support, and a late one.
 */
const rows: readonly Ingredients[] = [
  row('npm', '16', '10', '24.9.0', '6.0.3', 'mjs'),
  row('npm', '14', '9', '20.19.0', '5.4', 'cjs'),
  row('pnpm', '16', '9', '22.13.0', '5.9', 'mts'),
  row('pnpm', '14', '10', '20.19.0', undefined, 'cjs'),
  row('yarn 1', '15', '9', '22.13.0', undefined, 'cjs'),
  row('yarn 4', '15', '10', '24.9.0', '5.9', 'mts'),
  row('yarn 4 PnP', '15', '10', '20.19.0', '6.0.3', 'mjs'),
  row('npm', '14', '10', '22.13.0', '6.0.3', 'mts'),
  row('npm', '16', '9', '20.19.0', undefined, 'mjs'),
  row('pnpm', '16', '10', '20.19.0', '5.4', 'mjs'),
  row('pnpm', '14', '9', '24.9.0', '5.9', 'cjs'),
];

function row(
  manager: Ingredients['manager'],
  next: Ingredients['next'],
  eslint: Ingredients['eslint'],
  node: string,
  typescript: Ingredients['typescript'],
  config: Ingredients['config'],
): Ingredients {
  return { manager, next, eslint, node, typescript, config };
}

function nameOf({ manager, next, eslint, node, typescript, config }: Ingredients): string {
  const language = typescript === undefined ? 'JavaScript' : `TypeScript ${typescript}`;
  return `${manager}, Next ${next}, ESLint ${eslint}, Node ${node}, ${language}, ${config}`;
}

describe.each(rows.map((ingredients) => [nameOf(ingredients), ingredients] as const))(
  '%s',
  (_name, ingredients) => {
    const { typescript, manager } = ingredients;
    const tarballs = tarballsOf(inject('packed'));
    let app: FreshApp;

    beforeAll(async () => {
      const cleanUps: (() => void | Promise<void>)[] = [];
      app = new FreshApp(ingredients, tarballs, (cleanUp) => cleanUps.push(cleanUp));
      await app.install();
      return async () => {
        for (const cleanUp of cleanUps) await cleanUp();
      };
    });

    afterEach(() => {
      app.reset();
    });

    // Plug'n'Play leaves the packages in archives.
    test.skipIf(manager === 'yarn 4 PnP')('the installed files are the packed ones', () => {
      for (const name of tarballs.keys()) {
        const installed = app.path('node_modules', name);
        if (name === 'typescript-plugin-next-slots' && typescript === undefined) continue;
        expect(contents(installed)).toEqual(contents(join(inject('packed'), name)));
      }
    });

    test.each([
      ['no --fix', ['.']],
      ['-f json', ['-f', 'json', '.']],
      ['--fix-dry-run', ['--fix-dry-run', '.']],
      ['--fix-type that leaves out problems', ['--fix', '--fix-type', 'suggestion,layout', '.']],
    ])('eslint with %s reports the slot at its layout and writes nothing', async (_name, args) => {
      const { code, stdout, stderr } = await app.run('eslint', args);
      expect(stdout, stderr).toContain(rule);
      expect(stdout).toContain(app.layout);
      expect(code).toBe(1);
      expect(app.has(app.missing)).toBe(false);
    });

    test('eslint with --stdin reports it and writes nothing', async () => {
      const { code, stdout } = await app.run(
        'eslint',
        ['--fix-dry-run', '--stdin', '--stdin-filename', app.layout],
        { input: app.read(app.layout) },
      );
      expect(stdout).toContain(rule);
      expect(code).toBe(1);
      expect(app.has(app.missing)).toBe(false);
    });

    test("ESLint's Node API reports it and writes nothing", async () => {
      const { stdout, stderr } = await app.script(`
        import { ESLint } from 'eslint';
        import { readFileSync } from 'node:fs';
        const file = ${JSON.stringify(app.layout)};
        for (const fix of [false, true]) {
          const eslint = new ESLint({ fix });
          for (const [{ messages }] of [
            await eslint.lintFiles([file]),
            await eslint.lintText(readFileSync(file, 'utf8'), { filePath: file }),
          ]) {
            console.log(messages.filter(({ severity }) => severity === 2).map(({ ruleId }) => ruleId).join());
          }
        }
      `);
      expect(stdout.trim().split('\n'), stderr).toEqual([rule, rule, rule, rule]);
      expect(app.has(app.missing)).toBe(false);
    });

    test.each([
      ['--fix', ['--fix', '.']],
      ['--fix --cache', ['--fix', '--cache', '.']],
      ['--fix --concurrency 2', ['--fix', '--concurrency', '2', '.']],
      ['--fix --fix-type problem', ['--fix', '--fix-type', 'problem', '.']],
    ])('eslint with %s creates the file and is content', async (_name, args) => {
      const before = { text: app.read(app.layout), time: statSync(app.path(app.layout)).mtimeMs };
      const { code, stdout, stderr } = await app.run('eslint', args);
      expect({ code, errors: stdout.includes(rule) }, stdout + stderr).toEqual({
        code: 0,
        errors: false,
      });
      expect(app.read(app.missing)).toBe(
        'export default function Default() {\n  return null;\n}\n',
      );
      expect(app.read(app.layout)).toBe(before.text);
      expect(statSync(app.path(app.layout)).mtimeMs).toBe(before.time);
    });

    test('eslint with --fix leaves alone what a comment disables', async () => {
      const text = app.read(app.layout);
      app.write(app.layout, `/* eslint-disable ${rule} -- on purpose */\n${text}`);
      const { code } = await app.run('eslint', ['--fix', '.']);
      app.write(app.layout, text);
      expect(code).toBe(0);
      expect(app.has(app.missing)).toBe(false);
    });

    test('sixteen runs of eslint --fix at once all succeed and write one complete file', async () => {
      const runs = await Promise.all(
        Array.from({ length: 16 }, () => app.run('eslint', ['--fix', app.layout])),
      );
      expect(runs.map(({ code }) => code)).toEqual(Array.from({ length: 16 }, () => 0));
      expect(readdirSync(app.path('app/dashboard/@team')).sort()).toEqual([
        `default.${app.extension}`,
        `page.${app.extension}`,
      ]);
      expect(app.read(app.missing)).toContain('return null');
    });

    // Windows has no read-only folders. Plug'n'Play wants to start Yarn, which has no home there.
    test.skipIf(process.platform === 'win32' || manager === 'yarn 4 PnP')(
      'eslint --fix tells why it cannot write into a read-only folder',
      async () => {
        const slot = app.path('app/dashboard/@team');
        chmodSync(app.root, 0o755);
        chmodSync(slot, 0o555);
        // Another user need not be able to reach the Node in root's cache directory.
        const asNobody =
          process.getuid?.() === 0 ? { uid: nobody, gid: nobody, env: { ...process.env } } : {};
        const { code, stdout, stderr } = await app.run('eslint', ['--fix', '.'], asNobody);
        chmodSync(slot, 0o755);
        expect(stdout, stderr).toMatch(/could not be created: EACCES\s/u);
        expect(code).toBe(1);
        expect(app.has(app.missing)).toBe(false);
      },
    );

    test('eslint --fix never follows a broken link', async () => {
      symlinkSync(app.path('elsewhere'), app.path(app.missing));
      const { code, stdout } = await app.run('eslint', ['--fix', app.layout]);
      expect(stdout).toContain('is a broken symbolic link');
      expect(code).toBe(1);
      expect(app.has('elsewhere')).toBe(false);
    });

    test('the command line reports it, fixes it and then reports nothing', async () => {
      // Up to Next.js 15 a default that no URL needs yet is a warning.
      const report = await app.run('next-slots', ['check', '--max-warnings', '0']);
      expect(report.stdout, report.stderr).toContain('require-slot-default');
      expect(report.code).toBe(1);
      // Under Plug'n'Play it is started with npx, which may warn of the settings it finds.
      if (manager !== 'yarn 4 PnP') expect(report.stderr).toMatch(/^(?:Found 1 warning: .*\n)?$/u);

      const repair = await app.run('next-slots', ['fix']);
      expect(repair.code, repair.stdout + repair.stderr).toBe(0);
      expect(app.read(app.missing)).toContain('return null');
      expect((await app.run('next-slots', ['check'])).code).toBe(0);
    });

    test('the language server reports it, and completes a slot', async () => {
      const client = new LspClient({
        command: app.command('next-slots-language-server', ['--stdio']),
        cwd: app.root,
        env: app.env,
        capabilities: pullingClient,
        // It would leave them to the plugin that `tsconfig.json` lists.
        initializationOptions: { completions: 'on' },
      });
      try {
        await client.open();
        const uri = pathToFileURL(app.path(app.layout)).href;
        const text = app.read(app.layout);
        const languageId = typescript === undefined ? 'javascriptreact' : 'typescriptreact';
        client.notify('textDocument/didOpen', {
          textDocument: { uri, languageId, version: 1, text },
        });
        const { items } = await client.request<{ items: readonly WireDiagnostic[] }>(
          'textDocument/diagnostic',
          { textDocument: { uri } },
        );
        expect(items.map(({ code }) => code)).toContain('require-slot-default');

        const typed = LspApp.cursor('export default function Layout({ children, t| }) {}\n');
        client.notify('textDocument/didChange', {
          textDocument: { uri, version: 2 },
          contentChanges: [{ text: typed.text }],
        });
        const entries = await client.request<readonly { readonly label: string }[]>(
          'textDocument/completion',
          { textDocument: { uri }, position: typed.position },
        );
        expect(entries.map(({ label }) => label)).toContain('team');
        expect(await client.stop()).toBe(0);
      } finally {
        client.process.kill('SIGKILL');
      }
    });

    // Without `node_modules` an editor needs the SDK that Yarn makes for it.
    test.skipIf(typescript === undefined || manager === 'yarn 4 PnP')(
      'the plugin completes a slot in tsserver',
      async () => {
        const cleanUps: (() => void | Promise<void>)[] = [];
        const server = new Tsserver(
          { folder: app.path('node_modules/typescript') },
          app.root,
          (cleanUp) => cleanUps.push(cleanUp),
          { execPath: app.node },
        );
        const editor = new Editor(app, server);
        const marked =
          'import type { ReactNode } from "react";\n' +
          'export default function Layout({ children, t‸ }: { children: ReactNode }) {}\n';
        const found = await editor.completions(app.layout, marked);
        for (const cleanUp of cleanUps) await cleanUp();
        rmSync(app.path('tsserver.log'), { force: true });
        expect(found.map(({ name }) => name)).toContain('team');
      },
    );

    test.skipIf(typescript === undefined || manager === 'yarn 4 PnP').each([true, false])(
      'a strict program takes our types with skipLibCheck %s',
      async (skipLibCheck) => {
        app.write('types/config.mts', typedConfig);
        app.write(
          'types/tsconfig.json',
          JSON.stringify({
            compilerOptions: {
              target: 'ES2022',
              module: 'nodenext',
              strict: true,
              exactOptionalPropertyTypes: true,
              noEmit: true,
              types: ['node'],
              skipLibCheck,
            },
            include: ['.', '../eslint.config.mts'],
          }),
        );
        const { stdout } = await app.run('tsc', ['-p', 'types', '--pretty', 'false']);
        // What other packages declare is not ours to answer for.
        const own = stdout.split('\n').filter((line) => /next-slots|^types|^eslint/u.test(line));
        expect(own).toEqual([]);
        if (skipLibCheck) expect(stdout).toBe('');
      },
    );
  },
);

const typedConfig = `import nextSlots, { type AppConfigOptions } from 'eslint-plugin-next-slots';
import type { ESLint, Linter } from 'eslint';

const options: AppConfigOptions = { preset: 'strict', settings: { nextVersion: '16' } };
export const plugin: ESLint.Plugin = nextSlots;
export const configs: Linter.Config[] = [
  nextSlots.configs.recommended,
  nextSlots.configs.strict,
  ...nextSlots.forApps('/', options),
];
// @ts-expect-error -- no such preset
nextSlots.forApps('/', { preset: 'lax' });
`;

/** The files of a package and what they hold, without its dependencies. */
function contents(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((file) => !file.startsWith('node_modules'))
    .sort();
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}
