/// <reference lib="dom" />
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { chromiumPath, launchBrowser, withoutChromium } from '../harness/browser.js';
import { brokenSlot, CliApp } from '../harness/cli-app.js';

const app = {
  ...brokenSlot,
  'app/dash/settings/page.tsx': true,
  'app/dash/@stats/default.tsx': true,
  'app/shop/layout.tsx': true,
  'app/shop/[id]/page.tsx': true,
  'app/shop/@cart/[id]/page.tsx': true,
  'app/orphan/page.tsx': true,
  'app/orphan/@lost/page.tsx': true,
} as const;

if (chromiumPath === undefined) {
  test.skip(withoutChromium, () => undefined);
}

describe.skipIf(chromiumPath === undefined)('the page in a browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser.close();
  });

  /** Writes the page for an app and opens it; fails on any error or request of the page. */
  async function open(
    files: Readonly<Record<string, string | true>> = app,
    options: BrowserContextOptions = {},
  ): Promise<Page> {
    const project = new CliApp(files);
    await project.cli(['matrix', '--html', 'slots.html']);
    const page = await browser.newPage(options);
    const url = pathToFileURL(project.path('slots.html')).href;
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('console', (message) => wrong.push(message.text()));
    page.on('request', (request) => {
      if (request.url() !== url) wrong.push(request.url());
    });
    onTestFinished(async () => {
      expect(wrong).toEqual([]);
      await page.close();
    });
    await page.goto(url);
    return page;
  }

  const visibleUrls = (page: Page) => page.locator('.url:visible').allTextContents();
  const visibleSlots = (page: Page) => page.locator('thead th.name:visible').allTextContents();

  test('shows every folder with slots, each cell with its file', async () => {
    const page = await open();
    expect(await page.locator('.level > h3').allTextContents()).toEqual([
      '/dashapp/dash/layout.tsx',
      '/orphanno layout, so no slot is rendered',
      '/shopapp/shop/layout.tsx',
    ]);
    const row = page.getByRole('row', { name: '/dash/settings' });
    expect(await row.locator('.outcome').textContent()).toBe('next build refuses it');
    expect(await row.locator('.fill').allTextContents()).toEqual(['page', 'default', 'missing']);
    expect(
      await row
        .locator('.file')
        .evaluateAll((files) => files.map((file) => file.getAttribute('data-file'))),
    ).toEqual(['app/dash/settings/page.tsx', 'app/dash/@stats/default.tsx']);
  });

  test('filters by URL, by slot, and by both', async () => {
    const page = await open();
    const all = await visibleUrls(page);
    const filter = page.getByRole('searchbox');
    await filter.fill('SETTINGS');
    expect(await visibleUrls(page)).toEqual(['/dash/settings']);
    await filter.fill('@cart');
    expect(await visibleUrls(page)).toEqual(['/shop/[id]']);
    expect(await visibleSlots(page)).toEqual(['@cart']);
    await filter.fill('@team settings');
    expect(await visibleUrls(page)).toEqual(['/dash/settings']);
    expect(await visibleSlots(page)).toEqual(['@team']);
    await filter.fill('nothing has this name');
    expect(await visibleUrls(page)).toEqual([]);
    expect(await page.locator('#nothing').isVisible()).toBe(true);
    await filter.fill('');
    expect(await visibleUrls(page)).toEqual(all);
  });

  test('shows only what is broken', async () => {
    const page = await open();
    await page.getByRole('switch', { name: 'Only broken' }).check();
    expect(await visibleUrls(page)).toEqual(['/dash/settings']);
    expect(await page.locator('#count').textContent()).toBe('1 of 4 rows');
  });

  test('draws the layout of a folder with what its slots show', async () => {
    const page = await open();
    const level = page.locator('.level').first();
    // What is broken is shown first.
    expect(await level.locator('figcaption').textContent()).toBe('At /dash/settings');
    expect(await level.locator('.box').allTextContents()).toEqual([
      'childrensettings/page.tsx',
      '@stats@stats/default.tsx',
      '@teammissing',
    ]);
    await level.getByRole('button', { name: '/dash', exact: true }).click();
    expect(await level.locator('.box').last().textContent()).toBe('@team@team/page.tsx');
    await expect(level.locator('.box').last().getAttribute('class')).resolves.toContain('page');
  });

  test('works with the keyboard alone', async () => {
    const page = await open();
    await page.keyboard.press('/');
    await page.keyboard.type('dash');
    expect(await visibleUrls(page)).toEqual(['/dash', '/dash/settings']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await visibleUrls(page)).toEqual(['/dash/settings']);
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    expect(await focused()).toBe('/dash');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('/dash/settings');
    expect(await page.locator('.level:visible figcaption').textContent()).toBe('At /dash/settings');
    const outline = await page.evaluate(
      () => document.activeElement && getComputedStyle(document.activeElement).outlineStyle,
    );
    expect(outline).toBe('solid');
  });

  test.each(['light', 'dark'] as const)('can be read on %s ground', async (colorScheme) => {
    const page = await open(app, { colorScheme });
    const contrasts = await page.evaluate(() => {
      const channels = (color: string) => (color.match(/[\d.]+/gu) ?? []).map(Number);
      const luminance = (color: string) =>
        channels(color)
          .slice(0, 3)
          .map((value) => value / 255)
          .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
          .reduce((sum, value, index) => sum + value * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0);
      const ground = (element: Element | null): string => {
        if (!element) return 'rgb(255, 255, 255)';
        const { backgroundColor } = getComputedStyle(element);
        return channels(backgroundColor)[3] === 0 ? ground(element.parentElement) : backgroundColor;
      };
      const selectors = [
        'h1',
        'h2',
        '.app > p',
        '.url',
        '.file',
        '.outcome',
        '.fill',
        'figcaption',
      ];
      return selectors.flatMap((selector) =>
        [...document.querySelectorAll(selector)].map((element) => {
          const [a = 0, b = 0] = [getComputedStyle(element).color, ground(element)]
            .map(luminance)
            .sort((x, y) => y - x);
          return { selector, contrast: (a + 0.05) / (b + 0.05) };
        }),
      );
    });
    expect(contrasts.length).toBeGreaterThan(20);
    // What WCAG asks of small text.
    expect(contrasts.filter(({ contrast }) => contrast < 4.5)).toEqual([]);
  });

  test('fits a phone', async () => {
    const page = await open(app, { viewport: { width: 360, height: 740 }, hasTouch: true });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    const cell = page.getByRole('row', { name: '/dash/settings' }).locator('td').last();
    // The head of the table is gone there, so each cell says its slot.
    expect(await cell.evaluate((td) => getComputedStyle(td, '::before').content)).toBe('"@team"');
  });

  test.skipIf(process.platform === 'win32')('a hostile name stays a name', async () => {
    const names = [
      '<script>alert(1)<',
      '"><img src=x onerror=alert(1)>',
      '<!--<script>',
      '%SCRIPT%',
      '${alert(1)}`',
      'a\nb\u202Ec',
      '&lt;b&gt;',
    ];
    const page = await open(
      Object.fromEntries(
        names.flatMap((name) => [
          [`app/${name}/page.tsx`, true as const],
          [`app/${name}/@${name}/page.tsx`, true as const],
        ]),
      ),
    );
    const headings = await page.locator('.level > h3').allTextContents();
    for (const name of ['<script>alert(1)<', '%SCRIPT%', '${alert(1)}`', '&lt;b&gt;']) {
      expect(headings.some((heading) => heading.startsWith(`/${name}`))).toBe(true);
    }
    expect(headings.some((heading) => heading.includes('a\\u{a}b\\u{202e}c'))).toBe(true);
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.locator('script').count()).toBe(2);
  });
});
