// The explorer in Chromium: how long a page takes to open, a keystroke in its filter, and a new folder to show.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { launchBrowser } from '../harness/browser.js';
import { median, type Benchmark, type Figure } from './figures.js';
import { writeLargeApp } from './large-app.mjs';

const cli = join(import.meta.dirname, '..', '..', 'packages', 'cli', 'dist', 'main.js');

/** Routes; a level has two of them. */
const sizes = [40, 400, 2_000, 4_000];

const rounds = 5;

/** What is typed: words of slots and files, which many URLs have, and of URLs. */
const typed = ['@', 't', 'e', 'a', 'm', ' ', '1', '2'];

export const explorer: Benchmark = {
  name: 'explorer',
  title: 'The explorer',
  about:
    'Chromium opens the page that `next-slots explore` serves, until the slots of the first URL are drawn. Then a key is pressed in the filter, until the list is drawn, and a folder with a page is created in the app, until its URL is in the list. Each level of the app has two slots, and a twentieth of them lack a default. Beside each time stands the CPU time of the page alone, which other work on the machine changes less.',
  async measure() {
    const browser = await launchBrowser();
    try {
      const figures: Figure[] = [];
      for (const routes of sizes) figures.push(...(await measureApp(browser, routes)));
      return figures;
    } finally {
      await browser.close();
    }
  },
};

async function measureApp(browser: Browser, routes: number): Promise<readonly Figure[]> {
  const root = mkdtempSync(join(tmpdir(), 'next-slots-bench-'));
  writeLargeApp(root, { levels: routes / 2, broken: Math.ceil(routes / 40) });
  const child = spawn(process.execPath, [cli, 'explore', '--no-open', root], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const address = await addressIn(createInterface({ input: child.stdout }));
    const [opened, keys, followed]: Times[][] = [[], [], []];
    for (let round = 0; round < rounds; round += 1) {
      const page = await browser.newPage();
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable', { timeDomain: 'threadTicks' });
      opened?.push(
        await timesOf(session, async () => {
          await page.goto(address, { waitUntil: 'commit' });
          await page.locator('[data-stage]').first().waitFor();
        }),
      );
      // The checks have run, and what stands in the slots of all URLs is known.
      await page.locator('.routes .check small', { hasText: /\d/u }).waitFor();
      await page.getByRole('searchbox').focus();
      for (const key of typed) {
        keys?.push(
          await timesOf(session, async () => {
            await page.keyboard.press(key);
            await nextFrame(page);
          }),
        );
      }
      await page.getByRole('searchbox').fill('');
      const name = `new-${round}`;
      followed?.push(
        await timesOf(session, async () => {
          await page.getByRole('searchbox').fill(name);
          mkdirSync(join(root, 'app', name));
          writeFileSync(join(root, 'app', name, 'page.tsx'), 'export default () => null;\n');
          await page.locator(`[role=option][data-url="/${name}"]`).waitFor();
        }),
      );
      await page.close();
    }
    const text = `${routes.toLocaleString('en')} routes`;
    return [
      figure(`${text}: the page opens`, opened),
      figure(`${text}: a key in the filter`, keys),
      figure(`${text}: a new folder shows`, followed),
    ];
  } finally {
    child.kill('SIGKILL');
    rmSync(root, { recursive: true, force: true });
  }
}

/** In milliseconds: what a clock on the wall says, and what the page took of the CPU. */
interface Times {
  readonly wall: number;
  readonly cpu: number;
}

async function timesOf(session: CDPSession, run: () => Promise<void>): Promise<Times> {
  const before = await cpuOf(session);
  const started = performance.now();
  await run();
  const wall = performance.now() - started;
  return { wall, cpu: (await cpuOf(session)) - before };
}

async function cpuOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}

function nextFrame(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => {
          setTimeout(resolve);
        });
      }),
  );
}

function figure(what: string, times: readonly Times[] = []): Figure {
  const of = (name: keyof Times) => median(times.map((each) => each[name]));
  return { what, value: of('wall'), unit: 'ms', beside: { what: 'CPU', value: of('cpu') } };
}

async function addressIn(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const address = /http:\S+/u.exec(line)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error('The explorer printed no address.');
}
