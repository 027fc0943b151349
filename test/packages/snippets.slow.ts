/**
 * The snippets of the README, the docs and the packages' READMEs, in apps that create-next-app has just
 * written: each config lints the planted mistake, each command runs.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { snippetFor, snippetsOf } from '../docs/snippets.js';
import { tarballsOf, workspace } from '../harness/packed.js';
import { CreatedApp } from './created-app.js';
import { Registry } from './registry.js';

const hasPython = spawnSync('python3', ['-m', 'venv', '--help']).status === 0;
const rule = 'require-slot-default';
const missing = 'app/dashboard/@team/default';
const cli = 'next-slots';
const plugin = 'eslint-plugin-next-slots';
const page = (file: string) => readFileSync(join(workspace, file), 'utf8');

/** A job of GitLab, as far as the guide writes one. */
interface GitLabJob {
  readonly script?: readonly string[];
  readonly artifacts?: { readonly reports: { readonly codequality?: string } };
}

let registry: Registry;
beforeAll(async () => {
  registry = await Registry.start(tarballsOf(inject('packed')));
});
afterAll(() => {
  registry.stop();
});

/** An app for the tests of one block, which is as new before each of them. */
function appOf(
  version: string,
  args: readonly string[],
  packages: readonly string[],
): () => CreatedApp {
  let app: CreatedApp | undefined;
  beforeAll(async () => {
    app = await CreatedApp.create(version, args, packages, registry.url);
  });
  afterEach(() => app?.reset());
  afterAll(() => app?.remove());
  return () => {
    if (!app) throw new Error('The app could not be created.');
    return app;
  };
}

/** What ESLint, or what is like it, reports at the layout. */
async function expectFound(app: CreatedApp, command: string): Promise<void> {
  const { code, stdout, stderr } = await app.shell(command);
  expect(stdout + stderr).toContain(rule);
  expect(code, stdout + stderr).toBe(1);
}

/**
 * The commands in a page, without those that install what the app has, and without the explorer, which
 * runs until it is stopped.
 */
function commandsOf(file: string): readonly string[] {
  return snippetsOf(page(file))
    .filter((snippet) => snippet.language === 'sh' && snippet.file === undefined)
    .flatMap(({ code }) => code.split('\n'))
    .map((line) => line.replace(/ +# .*$/u, '').trim())
    .filter((line) => /^npx next-slots (?!explore)/u.test(line));
}

describe('create-next-app with TypeScript and ESLint', () => {
  const created = appOf(
    '16.4.3',
    ['--ts', '--eslint'],
    [cli, plugin, 'lint-staged@17.6.1', 'husky@9.1.7', 'lefthook@2.2.2'],
  );

  const configs = ['README.md', 'docs/eslint.md', 'packages/eslint-plugin/README.md'].flatMap(
    (file) =>
      snippetsOf(page(file))
        .filter((snippet) => snippet.file === 'eslint.config.mjs')
        .filter(({ code }) => code.includes('eslint-config-next'))
        .map(({ code }, index) => [`${file}, config ${index + 1}`, code] as const),
  );

  test.each(configs)('%s', async (_name, config) => {
    const app = created();
    app.write('eslint.config.mjs', config);
    await expectFound(app, 'npm run lint');
  });

  test('ESLint says which rules a layout is linted with', async () => {
    const app = created();
    app.write('eslint.config.mjs', snippetFor(page('README.md'), 'eslint.config.mjs'));
    const { stdout } = await app.shell('npx eslint --print-config app/layout.tsx');
    expect(stdout).toContain(`"next-slots/${rule}"`);
  });

  test.each([
    'README.md',
    'packages/cli/README.md',
    'docs/index.md',
    'docs/guides/getting-started.md',
    'docs/guides/next-16.md',
    'docs/guides/troubleshooting.md',
    'docs/cli.md',
  ])('the commands of %s run', async (file) => {
    const app = created();
    const commands = commandsOf(file);
    for (const command of commands) {
      // The examples ask about URLs and folders that this app has not, and nobody is there to be asked.
      const own = command
        .replace(/explain \S+( --from \S+)?/u, 'explain /dashboard')
        .replaceAll(/ apps\/\w+/gu, '')
        .replaceAll(/ app\/feed\/\S+/gu, '')
        .replace(/init$/u, 'init --yes');
      const { code, stdout, stderr } = await app.shell(own);
      expect([0, 1], `${command}\n${stdout}${stderr}`).toContain(code);
      expect(stderr, command).not.toMatch(/unknown|usage/iu);
      await app.reset();
    }
    if (commands.includes('npx next-slots check')) await expectFound(app, 'npx next-slots check');
  });

  test('the guide to adoption', async () => {
    const app = created();
    const run = async (command: string) => {
      expect(commandsOf('docs/guides/adoption.md')).toContain(command);
      return (await app.shell(command)).code;
    };
    expect(await run('npx next-slots fix --dry-run')).toBe(0);
    expect(await run('npx next-slots check')).toBe(1);
    expect(await run('npx next-slots check --suppress-all')).toBe(0);
    expect(JSON.parse(app.read('next-slots-suppressions.json'))).not.toEqual({});
    expect(await run('npx next-slots check')).toBe(0);
    await app.shell('npx next-slots fix');
    expect((await app.shell('npx next-slots check')).code).toBe(2);
    expect(await run('npx next-slots check --prune-suppressions')).toBe(0);
    expect(await run('npx next-slots check')).toBe(0);
  });

  test.each(['eslint-disable-next-line', 'next-slots-disable-next-line'])(
    'the comment %s',
    async (directive) => {
      const app = created();
      const comment = snippetsOf(page('docs/guides/adoption.md')).find(({ code }) =>
        code.startsWith(`// ${directive}`),
      );
      const layout = app.component('app/dashboard/layout');
      app.write(layout, `${comment?.code ?? ''}${app.read(layout)}`);
      const { stdout } = await app.shell('npx next-slots check');
      expect(stdout).not.toContain(rule);
    },
  );

  test.each(
    snippetsOf(page('docs/guides/adoption.md')).filter(
      ({ file }) => file === 'next-slots.config.js',
    ),
  )('a configuration of the guide to adoption: $code', async ({ code }) => {
    const app = created();
    app.write('next-slots.config.mjs', code);
    await expectFound(app, 'npx next-slots check');
  });

  test('init sets ESLint up', async () => {
    const app = created();
    const { code, stdout, stderr } = await app.shell('npx next-slots init --yes');
    expect(code, stdout + stderr).toBe(0);
    expect(stdout).toContain('✔ ESLint checks app/layout.tsx');
    await expectFound(app, 'npm run lint');
  });

  test.each(snippetsOf(page('docs/guides/ci.md')).filter(({ file }) => file === '.gitlab-ci.yml'))(
    'GitLab CI: $code',
    async ({ code }) => {
      const app = created();
      const config = parseYaml(code) as Record<string, GitLabJob>;
      const { script = [], artifacts } = config['next-slots'] ?? {};
      const [install, ...commands] = script;
      expect(install).toBe('npm ci');
      const results = await Promise.all(commands.map((command) => app.shell(command)));
      expect(results.map((result) => result.code)).toEqual([1]);
      const report = artifacts?.reports.codequality;
      expect(report === undefined ? results[0]?.stdout : app.read(report)).toContain(rule);
    },
  );

  const hooks = page('docs/guides/git-hooks.md');
  const commit = async (app: CreatedApp) => {
    app.write(app.component('app/dashboard/more/page'), 'export default () => null;\n');
    await app.git('add', '--all');
    return app.git('commit', '--message', 'More');
  };

  test('lint-staged with husky', async () => {
    const app = created();
    await app.shell('npx husky init');
    app.write('.husky/pre-commit', snippetFor(hooks, '.husky/pre-commit'));
    app.write('.lintstagedrc.json', snippetFor(hooks, '.lintstagedrc.json'));
    await expect(commit(app)).rejects.toThrow(rule);
    await app.git('config', '--unset', 'core.hooksPath');
  });

  test.skipIf(!hasPython)('pre-commit', async () => {
    const app = created();
    app.write('.pre-commit-config.yaml', snippetFor(hooks, '.pre-commit-config.yaml'));
    const bin = join(app.root, '..', 'python', 'bin');
    await app.shell(`python3 -m venv ../python && ${bin}/pip install --quiet pre-commit`);
    const { code, stderr } = await app.shell(`${bin}/pre-commit install`);
    expect(code, stderr).toBe(0);
    await expect(commit(app)).rejects.toThrow(rule);
    await app.shell(`${bin}/pre-commit uninstall`);
  });

  test('lefthook', async () => {
    const app = created();
    app.write('lefthook.yml', snippetFor(hooks, 'lefthook.yml'));
    expect((await app.shell('npx lefthook validate')).code).toBe(0);
    await app.shell('npx lefthook install');
    await expect(commit(app)).rejects.toThrow(rule);
    await app.shell('npx lefthook uninstall');
  });
});

describe('create-next-app with JavaScript, and no other config', () => {
  const created = appOf(
    '16.4.3',
    ['--js', '--no-linter'],
    [cli, plugin, 'eslint@9', '@typescript-eslint/parser@8', 'typescript@5', 'oxlint@1.94.0'],
  );

  test.each(['docs/eslint.md', 'packages/eslint-plugin/README.md'])(
    'the config of %s with a parser',
    async (file) => {
      const app = created();
      const config = snippetFor(page(file), 'eslint.config.mjs', '@typescript-eslint/parser');
      app.write('eslint.config.mjs', config);
      await expectFound(app, 'npx eslint .');
      await app.shell('npx eslint --fix .');
      expect(app.read(app.component(missing))).toContain('return null');
    },
  );

  test('oxlint', async () => {
    const app = created();
    const config = snippetsOf(page('docs/guides/oxlint.md')).find(
      ({ language }) => language === 'json',
    );
    app.write('.oxlintrc.json', config?.code ?? '');
    await expectFound(app, 'npx oxlint');
  });
});

describe('create-next-app with Biome', () => {
  const created = appOf('16.4.3', ['--ts', '--biome'], [cli]);

  test('init adds a script', async () => {
    const app = created();
    const { code, stdout, stderr } = await app.shell('npx next-slots init --yes');
    expect(code, stdout + stderr).toBe(0);
    await expectFound(app, 'npm run lint:slots');
  });

  test('the scripts of the guide', async () => {
    const app = created();
    const snippet = snippetsOf(page('docs/guides/biome.md')).find(
      ({ language }) => language === 'json',
    );
    const { scripts } = JSON.parse(snippet?.code ?? '') as { readonly scripts: object };
    const manifest = JSON.parse(app.read('package.json')) as { readonly scripts: object };
    app.write(
      'package.json',
      `${JSON.stringify({ ...manifest, scripts: { ...manifest.scripts, ...scripts } }, null, 2)}\n`,
    );
    await app.shell('npx biome check --write');
    await expectFound(app, 'npm run lint');
    await app.shell('npm run lint:fix');
    expect(app.read(app.component(missing))).toContain('return null');
    const { code, stdout, stderr } = await app.shell('npm run lint');
    expect(code, stdout + stderr).toBe(0);
  });
});

describe('create-next-app of Next.js 14, with next lint', () => {
  const created = appOf('14.2.26', ['--js', '--eslint', '--import-alias', '@/*'], [cli, plugin]);

  test('.eslintrc', async () => {
    const app = created();
    const config = snippetsOf(page('docs/eslint.md')).find(({ code }) => code.includes('legacy'));
    app.write('.eslintrc.json', config?.code ?? '');
    await expectFound(app, 'npx next lint');
  });

  test('init sets .eslintrc up', async () => {
    const app = created();
    const { code, stdout, stderr } = await app.shell('npx next-slots init --yes');
    expect(code, stdout + stderr).toBe(0);
    await expectFound(app, 'npx next lint');
  });
});
