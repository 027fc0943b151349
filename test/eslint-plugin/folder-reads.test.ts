import { expect, test } from 'vitest';
import { EslintApp } from '../harness/eslint-app.js';
import { writeLargeApp } from '../bench/large-app.mjs';

const levels = 12;

/** Counts the folders that a process lists, whoever asks, and prints them when it ends. */
const counter = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const counts = {};
const { readdirSync } = fs;
fs.readdirSync = (folder, ...rest) => {
  counts[folder] = (counts[folder] ?? 0) + 1;
  return readdirSync(folder, ...rest);
};
syncBuiltinESMExports();
process.on('exit', () => fs.writeFileSync('reads.json', JSON.stringify(counts)));
`;

const config = `
import parser from '@typescript-eslint/parser';
import nextSlots from 'eslint-plugin-next-slots';
export default [{ files: ['**/*.tsx'], languageOptions: { parser } }, nextSlots.configs.strict];
`;

function countedApp(): EslintApp {
  const app = new EslintApp('10', { 'counter.mjs': counter, 'eslint.config.js': config });
  writeLargeApp(app.root, { levels });
  return app;
}

/** How often each folder of the app was listed by our rules; ESLint lists them without \`readdirSync\`. */
function readsOf(app: EslintApp): readonly number[] {
  const counts = JSON.parse(app.read('reads.json')) as Readonly<Record<string, number>>;
  return Object.entries(counts)
    .filter(([folder]) => folder === app.path('app') || folder.startsWith(app.path('app/')))
    .map(([, count]) => count);
}

test('one run of ESLint reads each folder of the app once', async () => {
  const app = countedApp();
  await app.eslint(['app'], { env: { NODE_OPTIONS: '--import ./counter.mjs' } });
  // The app directory, its area, and six folders for each level.
  expect(readsOf(app)).toEqual(Array.from({ length: 2 + levels * 6 }, () => 1));
});

test('a process that lives on sees what came and went at the next lint', async () => {
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
