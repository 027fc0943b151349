import { access } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

import { chromium, type Page } from 'playwright-core';

import { markerAttribute } from './rendered-markers.js';

const usualPlaces = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How long the screen must stand still, with no request under way, to count as settled. */
const settledMilliseconds = 150;

/** One tab of a real browser, told to navigate and asked what stands on the screen. */
export interface Screen {
  /** Loads a URL afresh and returns the files whose output stands there, in document order. */
  load(url: string): Promise<string[]>;
  /** Navigates as a `<Link>` does. `url` is a path. */
  push(url: string): Promise<string[]>;
  /** Loads the current URL again. */
  reload(): Promise<string[]>;
}

/**
 * Starts Chromium without a window, opens one tab and closes both after `use`.
 *
 * @param executablePath - What {@link findChromium} found.
 */
export async function withBrowser<T>(
  executablePath: string,
  signal: AbortSignal,
  use: (screen: Screen) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const browser = await chromium.launch({ executablePath, args: flags });
  const close = () => {
    void browser.close();
  };
  signal.addEventListener('abort', close);
  try {
    return await use(screenOf(await browser.newPage()));
  } finally {
    signal.removeEventListener('abort', close);
    await browser.close();
  }
}

/**
 * Finds the browser: the one that `CHROMIUM` names, or Chromium or Chrome in its usual place.
 *
 * @throws Error that says what to install where there is none.
 */
export async function findChromium(): Promise<string> {
  const own = process.env['CHROMIUM'];
  for (const place of own === undefined ? usualPlaces : [own]) {
    const exists = await access(place).then(
      () => true,
      () => false,
    );
    if (exists) return place;
  }
  throw new Error(
    own === undefined
      ? 'There is no Chromium. Install it (on Debian: apt-get install chromium) or set CHROMIUM to its path.'
      : `CHROMIUM names ${own}, which does not exist.`,
  );
}

function screenOf(page: Page): Screen {
  page.setDefaultTimeout(15_000);
  const pending = new Set<object>();
  page.on('request', (request) => pending.add(request));
  page.on('requestfinished', (request) => pending.delete(request));
  page.on('requestfailed', (request) => pending.delete(request));

  const hydrated = async () => {
    await page.waitForFunction('window.next?.router?.push !== undefined');
  };
  const settled = async (path: string): Promise<string[]> => {
    let last = '';
    let since = Date.now();
    const start = since;
    while (Date.now() - start < 15_000) {
      const files = await markersOn(page).catch(leftBehind);
      const now = `${new URL(page.url()).pathname} ${files.join(' ')}`;
      if (now !== last || pending.size > 0) {
        last = now;
        since = Date.now();
      } else if (now.startsWith(`${path} `) && Date.now() - since > settledMilliseconds) {
        return files;
      }
      await wait(30);
    }
    throw new Error(`The browser did not come to rest at ${path}: ${last}`);
  };

  return {
    async load(url) {
      pending.clear();
      await page.goto(url);
      await hydrated();
      return settled(new URL(url).pathname);
    },
    async push(url) {
      await page.evaluate(`window.next.router.push(${JSON.stringify(url)})`).catch(leftBehind);
      return settled(url);
    },
    async reload() {
      pending.clear();
      await page.reload();
      await hydrated();
      return settled(new URL(page.url()).pathname);
    },
  };
}

/** A soft navigation can turn into a hard one: the document that was asked is gone then. */
function leftBehind(error: unknown): string[] {
  if (error instanceof Error && error.message.includes('context was destroyed')) return [];
  throw error;
}

/** The markers that can be seen: what React streamed but has not yet put in place is hidden. */
async function markersOn(page: Page): Promise<string[]> {
  const found: unknown = await page.evaluate(
    `Array.from(document.querySelectorAll('[${markerAttribute}]'))
      .filter((element) => element.closest('[hidden]') === null)
      .map((element) => element.getAttribute('${markerAttribute}'))`,
  );
  return Array.isArray(found) ? found.map(String) : [];
}
