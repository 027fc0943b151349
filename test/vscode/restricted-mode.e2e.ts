import { afterAll, beforeAll, expect, test } from 'vitest';
import { pictureFailure, VscodeSession } from '../harness/vscode-session.js';

let session: VscodeSession;

beforeAll(async () => {
  session = await VscodeSession.start([], true);
}, 180_000);

afterAll(async () => {
  await session.stop();
});

test('the app directory in the settings of a workspace holds only once that is trusted', async () => {
  session.writeBrokenApp('dashboard');
  session.write({
    'dashboard/.vscode/settings.json': JSON.stringify({ 'nextSlots.appDir': 'other/app' }),
    'dashboard/other/app/layout.tsx':
      'export default function Layout({ children }) {\n  return children;\n}\n',
    'dashboard/other/app/page.tsx': 'export default function Page() {\n  return null;\n}\n',
  });
  const code = await session.open('dashboard');
  pictureFailure(code);
  await code.openFile('dashboard/layout.tsx');
  // The real app directory is checked.
  await code.brokenInStatusBar.waitFor({ timeout: 120_000 });

  await code.run('Workspaces: Manage Workspace Trust');
  await code.page.locator('.workspace-trust-editor .monaco-button', { hasText: 'Trust' }).click();
  await expect.poll(() => code.brokenInStatusBar.count(), { timeout: 30_000 }).toBe(0);
}, 240_000);
