import { afterAll, beforeAll, expect, test } from 'vitest';
import { pictureFailure, VscodeSession } from '../harness/vscode-session.js';

const layout = 'dashboard/layout.tsx';

let session: VscodeSession;

beforeAll(async () => {
  session = await VscodeSession.start([
    { publisher: 'typescriptteam', name: 'native-preview' },
    { publisher: 'dbaeumer', name: 'vscode-eslint' },
  ]);
});

afterAll(async () => {
  await session.stop();
});

test('slots are completed once by TypeScript’s server, then with TypeScript 7, then as before', async () => {
  session.writeBrokenApp('dashboard');
  const code = await session.open('dashboard');
  pictureFailure(code);
  const servers = () => session.server.processes('tsserver.js').length;
  /** How often the slot is offered, as soon as it is: whoever offers it may still be starting. */
  const modals = async () => {
    let found: readonly string[] = [];
    while (found.length === 0) {
      const rows = await code.completionsBehind('team,', 'mod');
      found = rows.filter((row) => row.startsWith('modal'));
    }
    return found;
  };
  await code.openFile(layout);
  await code.squiggles.first().waitFor();
  expect(await modals()).toHaveLength(1);
  expect(servers()).toBeGreaterThan(0);

  const switchTo = async (useTsgo: boolean) => {
    const settings = JSON.stringify({ 'js/ts.experimental.useTsgo': useTsgo });
    session.write({ 'dashboard/.vscode/settings.json': settings });
    await expect.poll(() => servers() > 0, { timeout: 60_000 }).toBe(!useTsgo);
  };
  await switchTo(true);
  // No server of TypeScript is left that could complete anything.
  expect(await modals()).toHaveLength(1);
  await switchTo(false);
  expect(await modals()).toHaveLength(1);
});

test('the extension leaves to ESLint what that reports, unless a setting says otherwise', async () => {
  session.writeBrokenApp('linted');
  session.write({
    'linted/eslint.config.js':
      "import nextSlots from 'eslint-plugin-next-slots';\n\nexport default [nextSlots.configs.recommended];\n",
  });
  const code = await session.open('linted');
  pictureFailure(code);
  const setTo = (diagnostics: string) => {
    const settings = JSON.stringify({ 'nextSlots.diagnostics': diagnostics });
    session.write({ 'linted/.vscode/settings.json': settings });
  };
  await code.openFile(layout);
  await expect.poll(() => code.badge('@modal'), { timeout: 60_000 }).toBe('2');
  await code.run('Problems: Focus on Problems View');
  const ours = code.problem('next-slots');
  expect(await ours.count()).toBe(0);
  await code.clickOn('DashboardLayout');
  await code.codeAction('Create dashboard/@modal/default.tsx');
  await code.page.keyboard.press('Escape');

  setTo('on');
  await ours.first().waitFor();
  setTo('auto');
  await expect.poll(() => ours.count(), { timeout: 60_000 }).toBe(0);
});
