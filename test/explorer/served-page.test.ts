/// <reference lib="dom" />
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { chromiumPath, launchBrowser, withoutChromium } from '../harness/browser.js';
import { CliApp, cliEntry } from '../harness/cli-app.js';
import { boxesOf } from './explorer-page.js';

const hostile = '<img src=x onerror=alert(1)>\'"`\u202E';

const app = {
  'app/layout.tsx':
    'export default function Layout(props) {\n  return [props.children, props.modal];\n}\n',
  'app/page.tsx': true,
  'app/feed/page.tsx': true,
  'app/photo/[id]/page.tsx': true,
  'app/@modal/default.tsx': true,
  'app/@modal/(.)photo/[id]/page.tsx': true,
} as const;

/** The address of an explorer that runs until the test ends. */
async function explore(project: CliApp): Promise<string> {
  const child = spawn(process.execPath, [cliEntry(), 'explore', '--no-open'], {
    cwd: project.root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\S+/u.exec(line)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error('It printed no address.');
}

interface Explained {
  readonly outcome: string;
  readonly soft: readonly Record<'segment' | 'slot' | 'fill' | 'file', string | null>[];
}

test.skipIf(chromiumPath === undefined)(
  `the served page says what explain says, and follows the disk${chromiumPath === undefined ? `; ${withoutChromium}` : ''}`,
  async () => {
    const project = new CliApp(app);
    const address = await explore(project);
    const browser = await launchBrowser();
    const page = await browser.newPage();
    // The page's own policy, too, speaks on the console.
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('console', (message) => wrong.push(message.text()));
    onTestFinished(async () => {
      await browser.close();
      expect(wrong).toEqual([]);
    });

    await page.goto(`${address}#url=/photo/7&from=/feed&next=15.5.29&bundler=webpack`);
    const stage = page.locator('[data-stage=soft]');
    await stage.waitFor();
    const explained = (await project.json([
      ...['explain', '/photo/7', '--from', '/feed'],
      ...['--next-version', '15.5.29', '--bundler', 'webpack'],
    ])) as Explained;
    expect(await stage.getAttribute('data-outcome')).toBe(explained.outcome);
    const boxes = (await boxesOf(page)).map((box) => box.slice(0, 4));
    expect(boxes).toEqual(
      explained.soft.map(({ segment, slot, fill, file }) => [segment, slot, fill, file]),
    );
    expect(await page.locator('a.file').first().getAttribute('href')).toMatch(
      /^vscode:\/\/file\/.*\/app\/layout\.tsx:1$/u,
    );

    project.write('app/news/page.tsx', true);
    await page.locator('[role=option][data-url="/news"]').click();
    await page.locator('[data-stage=soft][data-url="/news"][data-outcome=ok]').waitFor();
    if (process.platform === 'win32') return;
    project.write(`app/${hostile}/page.tsx`, true);
    const row = page.locator('[role=option]', { hasText: 'onerror' });
    await row.click();
    await page.locator('[data-segment="/"][data-slot=children] .file').waitFor();
    expect(await page.locator('img').count()).toBe(0);
  },
);
