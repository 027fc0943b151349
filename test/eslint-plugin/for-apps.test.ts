import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EslintApp } from '../harness/eslint-app.js';
import { isNight } from '../harness/is-night.js';

const slot = 'app/dash/@team';
const layout =
  'export default function Layout({ children, team }) {\n  return [children, team];\n}\n';

/** The files of one project, below a folder. */
function project(folder: string): Readonly<Record<string, string | true>> {
  return Object.fromEntries(
    Object.entries({
      'package.json': JSON.stringify({ type: 'module', dependencies: { next: '16.4.6' } }),
      'app/layout.jsx': true,
      'app/page.jsx': true,
      'app/dash/layout.jsx': layout,
      'app/dash/page.jsx': true,
      [`${slot}/page.jsx`]: true,
      [`${slot}/default.jsx`]: true,
      'lib/app.jsx': 'export const element = <p />;\n',
    } satisfies Record<string, string | true>).map(([file, text]) => [folder + file, text]),
  );
}

/** A config with a rule beside ours that notes which files are linted, rather than taken from the cache. */
const config = (options = '') => `
import { appendFileSync } from 'node:fs';
import nextSlots from 'eslint-plugin-next-slots';

const note = {
  create({ filename }) {
    appendFileSync(import.meta.dirname + '/linted.log', filename + '\\n');
    return {};
  },
};
export default [
  ...nextSlots.forApps(import.meta.dirname${options}),
  { files: ['**/app/**'], plugins: { spy: { rules: { note } } }, rules: { 'spy/note': 'error' } },
];
`;

/** What one run with a cache reports, and which files it linted anew. */
async function lint(app: EslintApp, cwd = app.root) {
  app.write('linted.log', '');
  const { stdout } = await app.eslint(
    ['--cache', '--cache-location', app.path('.eslintcache'), '-f', 'json', '.'],
    { cwd },
  );
  const results = JSON.parse(stdout) as { filePath: string; messages: { ruleId: string }[] }[];
  const name = (file: string) =>
    file
      .slice(app.root.length + 1)
      .split('\\')
      .join('/');
  return {
    reported: results.flatMap(({ filePath, messages }) =>
      messages.map(({ ruleId }) => `${name(filePath)} ${ruleId}`),
    ),
    linted: app.read('linted.log').split('\n').filter(Boolean).map(name),
  };
}

const missing = (folder = '') => [`${folder}app/dash/layout.jsx next-slots/require-slot-default`];

test.each(isNight ? (['8', '9', '10'] as const) : (['8', '10'] as const))(
  'ESLint %s --cache hears of a default that goes and comes',
  async (version) => {
    const app = new EslintApp(version, { ...project(''), 'eslint.config.js': config() });
    const first = await lint(app);
    expect(first.reported).toEqual([]);
    expect(first.linted).toContain('app/dash/layout.jsx');

    app.write('app/dash/button.jsx', 'export const element = <b />;\n');
    expect((await lint(app)).linted).toEqual(['app/dash/button.jsx']);

    app.remove(`${slot}/default.jsx`);
    expect((await lint(app)).reported).toEqual(missing());
    app.write(`${slot}/default.jsx`, true);
    expect((await lint(app)).reported).toEqual([]);
  },
);

test('in a monorepo each app has its own fingerprint, and is found from any folder', async () => {
  const app = new EslintApp('10', {
    ...project('apps/web/'),
    ...project('apps/(docs) [v2]/'),
    'package.json': JSON.stringify({ type: 'module' }),
    'eslint.config.js': config(", { preset: 'strict', settings: { nextVersion: '16.4.6' } }"),
  });
  // Strict asks for boundaries; here only the defaults are of interest.
  const defaults = (reported: readonly string[]) =>
    reported.filter((line) => line.endsWith('/require-slot-default'));
  const first = await lint(app);
  expect(defaults(first.reported)).toEqual([]);
  expect(first.reported.filter((line) => line.startsWith('apps/web/'))).not.toEqual([]);

  for (const folder of ['apps/web/', 'apps/(docs) [v2]/']) {
    app.remove(`${folder}${slot}/default.jsx`);
    const { reported, linted } = await lint(app, app.path(folder));
    expect(defaults(reported)).toEqual(missing(folder));
    expect(linted).toContain(`${folder}app/dash/layout.jsx`);
    expect(linted.filter((file) => !file.startsWith(`${folder}app/`))).toEqual([]);
  }
});

test('levels and options that differ from the preset', async () => {
  const options =
    ", { rules: { 'next-slots/require-slot-default': ['warn', { scaffold: false }] } }";
  const app = new EslintApp('10', { ...project(''), 'eslint.config.js': config(options) });
  app.remove(`${slot}/default.jsx`);
  const { stdout } = await app.eslint(['--fix', '-f', 'json', '.']);
  const results = JSON.parse(stdout) as { messages: { ruleId: string; severity: number }[] }[];
  expect(results.flatMap(({ messages }) => messages)).toMatchObject([
    { ruleId: 'next-slots/require-slot-default', severity: 1 },
  ]);
  expect(existsSync(app.path(`${slot}/default.jsx`))).toBe(false);
});

test('files outside the app directories are not touched', async () => {
  const app = new EslintApp('10', { ...project(''), 'eslint.config.js': config() });
  const { code, stdout } = await app.eslint(['--print-config', 'lib/app.jsx']);
  expect(code).toBe(0);
  expect(stdout.trim()).toBe('undefined');
});

test('without an app directory the preset is there for the first one', async () => {
  const app = new EslintApp('10', { 'eslint.config.js': config() });
  const { stdout } = await app.eslint(['--print-config', 'app/layout.js']);
  const { rules } = JSON.parse(stdout) as { readonly rules: Record<string, unknown> };
  expect(rules).toHaveProperty('next-slots/require-slot-default');
});

test('what it cannot use it says at once', async () => {
  const app = new EslintApp('10', project(''));
  const calls = [
    'forApps()',
    "forApps('app')",
    'forApps(import.meta.dirname, null)',
    "forApps(import.meta.dirname, { preset: 'all' })",
    "forApps(import.meta.dirname, { settings: { bundle: 'webpack' } })",
    'forApps(import.meta.dirname, { settings: { pageExtensions: [] } })',
    "forApps(import.meta.dirname + '/app', { settings: { appDir: '..' } })",
  ];
  const { stdout } = await app.script(`
    import nextSlots from 'eslint-plugin-next-slots';
    for (const call of [${calls.map((call) => `() => nextSlots.${call}`).join()}]) {
      try {
        call();
        console.log('nothing');
      } catch (error) {
        console.log(error.name + ': ' + error.message);
      }
    }
  `);
  expect(stdout.trim().split('\n')).toEqual([
    expect.stringMatching(/^TypeError: .*the root has to be an absolute path, .* not undefined/u),
    expect.stringMatching(/^TypeError: .*the root has to be an absolute path, .* not app/u),
    expect.stringMatching(/^TypeError: .*the options have to be an object, not null/u),
    expect.stringMatching(/^TypeError: .*there is no preset "all"/u),
    expect.stringMatching(/^TypeError: .*there is no option "bundle", did you mean "bundler"\?/u),
    expect.stringMatching(/^TypeError: .*pageExtensions: must name an extension/u),
    expect.stringMatching(/^TypeError: .*does not lie below/u),
  ]);
});
