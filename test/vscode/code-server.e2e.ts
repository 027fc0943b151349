/// <reference lib="dom" />
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import { launchBrowser } from '../harness/browser.js';
import { CodeServer } from '../harness/code-server.js';
import { workspace } from '../harness/packed.js';
import { Workbench } from '../harness/workbench.js';

const vsix = join(workspace, 'packages', 'vscode', 'dist', 'next-slots.vsix');

/** Where the pictures go: into the docs when asked for, else where nobody commits them. */
const pictures =
  process.env['NEXT_SLOTS_PICTURES'] === undefined
    ? join(workspace, 'packages', 'vscode', 'dist', 'pictures')
    : join(workspace, 'docs', 'images');

const layout = 'dashboard/layout.tsx';

let server: CodeServer;
let browser: Browser;
let folder: string;
let code: Workbench;

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'next-slots-e2e-')));
  makeApp(join(folder, 'dashboard'));
  server = await CodeServer.start(vsix);
  browser = await launchBrowser();
  code = await newWindow(join(folder, 'dashboard'));
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A copy of the broken app, with as much of React's types as its code needs. */
function makeApp(place: string): void {
  cpSync(join(workspace, 'test', 'fixtures', 'dashboard'), place, { recursive: true });
  rmSync(join(place, 'eslint.config.js'));
  writeFileSync(
    join(place, 'react.d.ts'),
    [
      "declare module 'react' { export type ReactNode = unknown; }",
      "declare module 'react/jsx-runtime' {",
      '  export namespace JSX { interface IntrinsicElements { [name: string]: unknown } }',
      '}',
      "declare module 'next/navigation';",
      '',
    ].join('\n'),
  );
}

async function newWindow(place: string): Promise<Workbench> {
  const page: Page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(30_000);
  const workbench = new Workbench(page, pictures);
  await workbench.open(server.window(place));
  return workbench;
}

function picturesFailure(): void {
  onTestFailed(async ({ task }) => {
    await code.picture(`failed ${task.name.slice(0, 40)}`);
  });
}

test('a broken app shows squiggles, badges and a count', async () => {
  picturesFailure();
  await code.openFile(layout);
  await code.squiggles.first().waitFor();
  // What lies in a folder can put a dot over its badge; nothing in this one is reported.
  await expect.poll(() => code.badge('@modal'), { timeout: 20_000 }).toBe('2');
  await code.page.locator('.statusbar-item', { hasText: /slot problems?/u }).waitFor();
  await code.picture('problems');
});

test('the code action creates the missing file, and the problem is gone', async () => {
  picturesFailure();
  const file = join(folder, 'dashboard', 'app', 'dashboard', '@modal', 'default.tsx');
  const message = 'Slot @modal of /dashboard has no default file';
  const problem = code.page.locator('.markers-panel .monaco-list-row', { hasText: message });
  await code.run('Problems: Focus on Problems View');
  await code.page.getByPlaceholder('Filter (e.g.').fill(message);
  await problem.waitFor();
  await code.clickBehind('export default function DashboardLayout({');
  await code.page.keyboard.press('Control+.');
  const action = code.page
    .locator('.action-widget .monaco-list-row', { hasText: 'Create dashboard/@modal/default.tsx' })
    .first();
  await action.waitFor();
  const titles = await code.page.locator('.action-widget .monaco-list-row').allTextContents();
  expect(titles.filter((title) => title.endsWith('@modal/default.tsx'))).toHaveLength(1);
  await code.picture('code-action');
  await action.click();
  await expect.poll(() => existsSync(file), { timeout: 10_000 }).toBe(true);
  await problem.waitFor({ state: 'detached' });
  await expect.poll(() => code.badge('@modal'), { timeout: 20_000 }).toBe('1');
  await code.file('@modal').click();
  await code.file('default.tsx').first().waitFor();
  await code.picture('repaired');
  // The panel has shown what it had to.
  await code.page.keyboard.press('Control+J');
  expect(readFileSync(file, 'utf8')).toContain('return null');
});

/** Types the begin of a slot's name where props are taken, and takes it back again. */
async function completionsFor(typed: string): Promise<readonly string[]> {
  await code.clickBehind('team,');
  await code.page.keyboard.press('Enter');
  await code.page.keyboard.type(typed, { delay: 60 });
  await code.page.keyboard.press('Control+Space');
  const found = await code.completions();
  await code.picture('completion');
  await code.page.keyboard.press('Escape');
  await code.page.keyboard.press('Control+Z');
  await code.page.keyboard.press('Control+Z');
  return found;
}

/** The modal among them, as its row is written: TypeScript calls it a slot there. */
const modals = async () => (await completionsFor('mod')).filter((row) => row.startsWith('modal'));

test('a slot name is completed once', async () => {
  picturesFailure();
  await code.openFile(layout);
  expect(await modals()).toHaveLength(1);
});

test('the matrix opens, and its cells open their files', async () => {
  picturesFailure();
  await code.run('next-slots: Open the Matrix of URLs by Slots');
  const page = code.webview();
  await page.locator('h1', { hasText: 'Slots by URL' }).waitFor();
  await page.locator('.url').first().waitFor();
  await code.picture('matrix');
  await page.locator('button.file[data-file$="dashboard/settings/page.tsx"]').first().click();
  await code.page.locator('.tab.active', { hasText: 'page.tsx' }).waitFor();
});

test('a URL is explained', async () => {
  picturesFailure();
  await code.run('next-slots: Explain a URL');
  const input = code.page.locator('.quick-input-widget input').first();
  await input.fill('/dashboard/settings');
  await code.page.keyboard.press('Enter');
  await code.page.locator('.quick-input-title', { hasText: 'From where' }).waitFor();
  await code.page.keyboard.press('Enter');
  await code.webview().locator('h1', { hasText: '/dashboard/settings' }).waitFor();
  await code.picture('explanation');
});

test('all missing files are previewed, then created', async () => {
  picturesFailure();
  const place = join(folder, 'dashboard', 'app');
  await code.run('next-slots: Create Missing Files of an App');
  await code.page.locator('.quick-input-title', { hasText: 'Missing files of app' }).waitFor();
  await code.page
    .locator('.quick-input-list .monaco-list-row', { hasText: 'export default function Default' })
    .first()
    .waitFor();
  await code.picture('preview');
  expect(existsSync(join(place, 'dashboard', '@team', 'default.tsx'))).toBe(false);
  await code.page.keyboard.press('Enter');
  for (const file of ['dashboard/@team/default.tsx', 'reports/layout.tsx']) {
    await expect.poll(() => existsSync(join(place, file)), { timeout: 10_000 }).toBe(true);
  }
});

test('a new slot gets its files and its prop', async () => {
  picturesFailure();
  await code.openFile(layout);
  await code.run('next-slots: New Slot');
  const input = code.page.locator('.quick-input-widget input').first();
  const title = (text: string) =>
    code.page.locator('.quick-input-title', { hasText: text }).waitFor();
  await title('Whose layout');
  await code.page.keyboard.press('Enter');
  await title('New slot');
  await input.fill('stats');
  await code.page.keyboard.press('Enter');
  await title('Which files');
  await code.page.keyboard.press('Enter');
  await title('What shall the default');
  await code.page.keyboard.press('Enter');
  const place = join(folder, 'dashboard', 'app', 'dashboard');
  await expect
    .poll(() => existsSync(join(place, '@stats', 'default.tsx')), { timeout: 10_000 })
    .toBe(true);
  await expect
    .poll(() => readFileSync(join(place, 'layout.tsx'), 'utf8'), { timeout: 10_000 })
    .toContain('stats: ReactNode;');
  await code.page.locator('.tab.active', { hasText: 'page.tsx' }).waitFor();
});

test('it takes less than 100 ms of the extension host to start', async () => {
  picturesFailure();
  const times = await code.activationTimes();
  const ours = [...times].find(([name]) => name.includes('next-slots'));
  console.log(`In the extension host: ${ours?.join(', ')}`);
  expect(ours?.[1]).toBeLessThan(100);
});

test('nothing of it runs in a workspace without Next', async () => {
  picturesFailure();
  const other = join(folder, 'other');
  mkdirSync(join(other, 'src'), { recursive: true });
  writeFileSync(join(other, 'package.json'), '{ "dependencies": { "react": "19.2.0" } }\n');
  writeFileSync(join(other, 'src', 'main.tsx'), 'export const a = 1;\n');
  code = await newWindow(other);
  await code.openFile('main.tsx');
  const names = [...(await code.activationTimes()).keys()];
  expect(names).toContain('JavaScript and TypeScript Language Features');
  expect(names.filter((name) => name.includes('next-slots'))).toEqual([]);
});
