/// <reference lib="dom" />
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { pictureFailure, VscodeSession } from '../harness/vscode-session.js';
import type { Workbench } from '../harness/workbench.js';

const layout = 'dashboard/layout.tsx';

let session: VscodeSession;
let code: Workbench;

beforeAll(async () => {
  session = await VscodeSession.start();
  session.writeBrokenApp('dashboard');
  code = await session.open('dashboard');
});

beforeEach(() => {
  pictureFailure(code);
});

afterAll(async () => {
  await session.stop();
});

/** A file or folder of the app. */
function inApp(path: string): string {
  return join(session.folder, 'dashboard', 'app', path);
}

async function toExist(path: string): Promise<void> {
  await expect.poll(() => existsSync(inApp(path)), { timeout: 10_000 }).toBe(true);
}

test('a broken app shows squiggles, badges and a count', async () => {
  await code.openFile(layout);
  await code.squiggles.first().waitFor();
  // What lies in a folder can put a dot over its badge; nothing in this one is reported.
  await expect.poll(() => code.badge('@modal'), { timeout: 60_000 }).toBe('2');
  await code.brokenInStatusBar.waitFor();
  await code.picture('problems');
});

test('another server takes over where one is restarted, or dies', async () => {
  const [first = 0, ...others] = session.languageServers;
  expect(others).toEqual([]);
  await code.run('next-slots: Restart Language Server');
  const next = (before: number) =>
    expect
      .poll(() => session.languageServers.filter((id) => id !== before), { timeout: 60_000 })
      .toHaveLength(1);
  await next(first);
  await expect.poll(() => session.languageServers).not.toContain(first);
  await code.squiggles.first().waitFor();
  const [second = 0] = session.languageServers;
  process.kill(second, 'SIGKILL');
  await next(second);
  // What the tests below see comes from the third.
});

test('the code action creates the missing file, and the problem is gone', async () => {
  const message = '`@modal` has no ';
  const problem = code.problem(message);
  await code.run('Problems: Focus on Problems View');
  await code.page.getByPlaceholder('Filter (e.g.').fill(message);
  await problem.waitFor();
  await code.clickBehind('export default function DashboardLayout({');
  const action = await code.codeAction('Create dashboard/@modal/default.tsx');
  const titles = await code.codeActions.allTextContents();
  expect(titles.filter((title) => title.endsWith('@modal/default.tsx'))).toHaveLength(1);
  await code.picture('code-action');
  await action.click();
  await toExist('dashboard/@modal/default.tsx');
  await problem.waitFor({ state: 'detached' });
  await expect.poll(() => code.badge('@modal'), { timeout: 60_000 }).toBe('1');
  await code.file('@modal').click();
  await code.file('default.tsx').first().waitFor();
  await code.picture('repaired');
  // The panel has shown what it had to.
  await code.page.keyboard.press('Control+J');
  expect(readFileSync(inApp('dashboard/@modal/default.tsx'), 'utf8')).toContain('return null');
});

test('a slot name is completed once', async () => {
  await code.openFile(layout);
  const rows = await code.completionsBehind('team,', 'mod', 'completion');
  expect(rows.filter((row) => row.startsWith('modal'))).toHaveLength(1);
});

test('a hover says once what fills a slot at which URLs', async () => {
  await code.openFile(layout);
  const hover = await code.hover('team', /slot @team of \/dashboard/u);
  expect(hover.match(/slot @team of \/dashboard/gu)).toHaveLength(1);
  expect(hover).toContain('dashboard/@team/page.tsx');
});

test('the explorer opens, and its boxes open their files', async () => {
  await code.run('next-slots: Open the Slots Explorer');
  const page = code.webview();
  await page.locator('[role=option][data-url="/dashboard/settings"]').click();
  await page.locator('[data-stage][data-url="/dashboard/settings"]').waitFor();
  await code.picture('matrix');
  await page.locator('button.file[title$="dashboard/settings/page.tsx"]').first().click();
  await code.page.locator('.tab.active', { hasText: 'page.tsx' }).waitFor();
  // It follows the editor to another file, and stays where the file is one that it shows.
  const stage = page.locator('[data-stage]');
  expect(await stage.getAttribute('data-url')).toBe('/dashboard/settings');
  await code.file('page.tsx').last().click();
  await page.locator('[data-stage][data-url="/"]').waitFor();
  // One panel at a time, so that those who look for it find one.
  await code.run('View: Close All Editor Groups');
});

test('a URL is explained, for who loads it and for who comes from another', async () => {
  await code.run('next-slots: Explain URL');
  await code.answer('Which URL', '/dashboard/settings');
  await code.answer('How do users get to');
  await code.webview().locator('h1', { hasText: '/dashboard/settings' }).waitFor();
  await code.picture('explanation');
  await code.run('next-slots: Explain URL');
  await code.answer('Which URL', '/dashboard/settings');
  await code.answer('How do users get to', '/dashboard');
  await code
    .webview()
    .locator('h2', { hasText: 'After a soft navigation from /dashboard' })
    .waitFor();
});

test('all missing files are previewed, then created', async () => {
  await code.run('next-slots: Create Missing Files');
  await code.page.locator('.quick-input-title', { hasText: 'Missing files in app' }).waitFor();
  await code.choice('export default function Default').first().waitFor();
  await code.picture('preview');
  expect(existsSync(inApp('dashboard/@team/default.tsx'))).toBe(false);
  await code.page.keyboard.press('Enter');
  await toExist('dashboard/@team/default.tsx');
  await toExist('reports/layout.tsx');
});

test('a new slot gets the chosen files, the chosen template and its prop', async () => {
  await code.openFile(layout);
  await code.run('next-slots: New Slot');
  await code.answer('Which layout');
  await code.answer('New slot', 'stats');
  await code.choice('fallback while the slot loads').click();
  await code.answer('Which files');
  await code.choice('keeps the 404').click();
  for (const file of ['default', 'loading', 'page']) await toExist(`dashboard/@stats/${file}.tsx`);
  expect(existsSync(inApp('dashboard/@stats/error.tsx'))).toBe(false);
  expect(readFileSync(inApp('dashboard/@stats/default.tsx'), 'utf8')).toContain('notFound()');
  await expect
    .poll(() => readFileSync(inApp(layout), 'utf8'), { timeout: 10_000 })
    .toContain('stats: ReactNode;');
  await code.page.locator('.tab.active', { hasText: 'page.tsx' }).waitFor();
});

test('it takes less than 100 ms of the extension host to start', async () => {
  const times = await code.activationTimes();
  const ours = [...times].find(([name]) => name.includes('next-slots'));
  console.log(`In the extension host: ${ours?.join(', ')} ms`);
  expect(ours?.[1]).toBeLessThan(100);
});

test('a sound app shows nothing, until something breaks', async () => {
  const body = (name: string) => `export default function ${name}() {\n  return null;\n}\n`;
  session.write({
    'sound/package.json': '{ "dependencies": { "next": "16.4.6" } }\n',
    'sound/src/app/layout.jsx':
      'export default function Layout({ children, team }) {\n  return [children, team];\n}\n',
    'sound/src/app/page.jsx': body('Page'),
    'sound/src/app/@team/page.jsx': body('Team'),
    'sound/src/app/@team/default.jsx': body('Default'),
  });
  code = await session.open('sound');
  await code.openFile('app/layout.jsx');
  // What the page says of the app, everything else knows as well.
  await code.run('next-slots: Open the Slots Explorer');
  await code.webview().locator('.url').first().waitFor();
  expect(await code.brokenInStatusBar.count()).toBe(0);
  session.write({
    'sound/src/app/shop/page.jsx': body('Shop'),
    'sound/src/app/shop/@cart/page.jsx': body('Cart'),
  });
  await code.brokenInStatusBar.waitFor();
});

test('nothing of it runs in a workspace without Next', async () => {
  const before = session.languageServers;
  expect(before).toHaveLength(2);
  session.write({
    'other/package.json': '{ "dependencies": { "react": "19.2.0" } }\n',
    'other/src/main.tsx': 'export const a = 1;\n',
  });
  code = await session.open('other');
  await code.openFile('main.tsx');
  const names = [...(await code.activationTimes()).keys()];
  expect(names).toContain('JavaScript and TypeScript Language Features');
  expect(names.filter((name) => name.includes('next-slots'))).toEqual([]);
  expect(session.languageServers).toEqual(before);
});
