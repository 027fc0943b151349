import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EslintApp } from '../harness/eslint-app.js';
import { dose } from '../harness/is-night.js';
import { writeLargeApp } from '../bench/large-app.mjs';

const levels = 6;

/** Counts the folders and files that a process reads at once, whoever asks, and writes them when it ends. */
const counter = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const counts = {};
for (const name of ['readdirSync', 'readFileSync']) {
  const read = fs[name];
  fs[name] = (path, ...rest) => {
    counts[path] = (counts[path] ?? 0) + 1;
    return read(path, ...rest);
  };
}
syncBuiltinESMExports();
process.on('exit', () => fs.writeFileSync('reads.json', JSON.stringify(counts)));
`;

type Rules = 'configs.recommended' | 'configs.strict' | 'forApps(import.meta.dirname)';

function countedApp(rules: Rules, broken = 0): EslintApp {
  const config = `
import parser from '@typescript-eslint/parser';
import nextSlots from 'eslint-plugin-next-slots';
export default [{ files: ['**/*.tsx'], languageOptions: { parser } }].concat(nextSlots.${rules});
`;
  const app = new EslintApp('10', { 'counter.mjs': counter, 'eslint.config.js': config });
  writeLargeApp(app.root, { levels, broken });
  return app;
}

const counting = { env: { NODE_OPTIONS: '--import ./counter.mjs' } };

/** What our rules read of the app and how often; ESLint reads files and folders in other ways. */
function readsOf(app: EslintApp): { readonly folders: number[]; readonly files: number[] } {
  const counts = Object.entries(
    JSON.parse(app.read('reads.json')) as Record<string, number>,
  ).filter(([path]) => path === app.path('app') || path.startsWith(app.path('app/')));
  const those = (isWanted: (path: string) => boolean) =>
    counts.filter(([path]) => isWanted(path)).map(([, count]) => count);
  const isFile = (path: string) => path.endsWith('.tsx');
  return { folders: those((path) => !isFile(path)), files: those(isFile) };
}

// The app directory, its area, and six folders for each level.
const everyFolderOnce = Array.from({ length: 2 + levels * 6 }, () => 1);

// The boundaries of `recommended` depend on what the pages of each slot do.
test.each(dose(['configs.recommended', 'configs.strict'] as const, 1))(
  'one run of ESLint reads each folder of the app once, and few files that it lints: %s',
  async (rules) => {
    const app = countedApp(rules);
    await app.eslint(['app'], counting);
    const { folders, files } = readsOf(app);
    expect(folders).toEqual(everyFolderOnce);
    // ESLint waits for many files at once, and may come to a layout before a page of its slots.
    expect(files.length).toBeLessThan(levels * 2);
    expect(files.filter((count) => count > 1)).toEqual([]);
  },
);

test('the rules do not read again what the fingerprint of `forApps` has read', async () => {
  const app = countedApp('forApps(import.meta.dirname)');
  await app.eslint(['app'], counting);
  expect(readsOf(app).folders).toEqual(everyFolderOnce);
});

/** A parser that counts how often it is asked about each file. */
const countingParser = `
import { writeFileSync } from 'node:fs';
import * as parser from '@typescript-eslint/parser';
const counts = {};
const counted = (parse) => (text, options) => {
  counts[options.filePath] = (counts[options.filePath] ?? 0) + 1;
  return parse(text, options);
};
export const parseForESLint = counted(parser.parseForESLint);
export const parse = counted(parser.parse);
process.on('exit', () => writeFileSync('parses.json', JSON.stringify(counts)));
`;

test('a run parses few pages twice', async () => {
  const config = `
import * as parser from './counting-parser.mjs';
import nextSlots from 'eslint-plugin-next-slots';
export default [{ files: ['**/*.tsx'], languageOptions: { parser } }, nextSlots.configs.recommended];
`;
  const app = new EslintApp('10', {
    'counting-parser.mjs': countingParser,
    'eslint.config.js': config,
  });
  writeLargeApp(app.root, { levels });
  const page = 'export default withUser(async () => <p>{await load()}</p>);\n';
  const pages = readdirSync(app.path('app'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    /@\w+[\\/]page\.tsx$/u.test(path),
  );
  for (const path of pages) app.write(`app/${path}`, page);
  expect(pages).toHaveLength(levels * 2);
  await app.eslint(['app']);
  const parses = Object.values(JSON.parse(app.read('parses.json')) as Record<string, number>);
  expect(Math.max(...parses)).toBeLessThanOrEqual(2);
  expect(parses.filter((count) => count > 1).length).toBeLessThan(levels);
});

test('a run over many files finds what is wrong from the first to the last', async () => {
  const app = countedApp('configs.recommended', levels);
  const { stdout } = await app.eslint(['-f', 'json', 'app']);
  const found = (JSON.parse(stdout) as readonly { messages: readonly { ruleId: string }[] }[])
    .flatMap(({ messages }) => messages)
    .map(({ ruleId }) => ruleId);
  expect(found).toEqual(Array.from({ length: levels }, () => 'next-slots/require-slot-default'));
});

test('a long-lived process sees created and deleted files at the next lint', async () => {
  const app = new EslintApp('10', {
    'app/layout.js': true,
    'app/page.js': true,
    'app/dash/layout.js':
      'export default function Layout({ children, team }) {\n  return [children, team];\n}\n',
    'app/dash/page.js': true,
    'app/dash/@team/page.js': true,
    'app/dash/@team/default.js': true,
  });
  const { stdout } = await app.script(`
    import { ESLint } from 'eslint';
    import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';

    const reused = new ESLint();
    const file = 'app/dash/layout.js';
    async function rules(eslint) {
      const [{ messages }] = await eslint.lintFiles([file]);
      return messages.map(({ ruleId }) => ruleId).join() || 'nothing';
    }
    /** What both kinds of process say: one that keeps its ESLint, one that makes a new one each time. */
    async function lint(after) {
      console.log(after + ': ' + (await rules(reused)) + ' / ' + (await rules(new ESLint())));
    }
    const page = 'export default function Page() { return null; }';

    await lint('at first');
    rmSync('app/dash/@team/default.js');
    await lint('default removed');
    writeFileSync('app/dash/@team/default.js', page);
    await lint('default created');
    renameSync('app/dash/@team/default.js', 'app/dash/@team/Default.js');
    await lint('default misspelled');
    renameSync('app/dash/@team/Default.js', 'app/dash/@team/default.js');
    await lint('default back');
    mkdirSync('app/dash/@stats');
    writeFileSync('app/dash/@stats/page.js', page);
    writeFileSync('app/dash/@stats/default.js', page);
    await lint('slot created');
    rmSync('app/dash/@stats', { recursive: true });
    await lint('slot removed');
    rmSync('app/dash/@team', { recursive: true });
    await lint('last slot removed');
  `);
  const rule = (name: string) => `next-slots/${name} / next-slots/${name}`;
  expect(stdout.trim().split('\n')).toEqual([
    'at first: nothing / nothing',
    `default removed: ${rule('require-slot-default')}`,
    'default created: nothing / nothing',
    `default misspelled: ${rule('require-slot-default')}`,
    'default back: nothing / nothing',
    `slot created: ${rule('match-slot-props')}`,
    'slot removed: nothing / nothing',
    `last slot removed: ${rule('match-slot-props')}`,
  ]);
});
