/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describeApp } from '@next-slots/explorer';
import * as assets from '@next-slots/explorer/assets';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { chromiumPath, launchBrowser, withoutChromium } from '../harness/browser.js';
import { brokenSlot, CliApp } from '../harness/cli-app.js';
import type { WhenOver } from '../harness/next-app.js';
import { explorerPage } from '../../packages/vscode/src/commands/explorer-page.js';
import { treeFromFiles } from '../harness/tree-from-files.js';
import { boxesOf, violationsIn } from './explorer-page.js';

const layout =
  'export default function Layout(props) {\n  return [props.children, props.modal];\n}\n';

/** A modal that stays, a slot without default, and one that nobody renders. */
const app = {
  ...brokenSlot,
  'app/layout.tsx': layout,
  'app/@modal/default.tsx': true,
  'app/@modal/(.)photo/[id]/page.tsx': true,
  'app/about/page.tsx': true,
  'app/photo/[id]/page.tsx': true,
  'app/dash/settings/page.tsx': true,
  'app/dash/@stats/default.tsx': true,
  'app/shop/[...all]/page.tsx': true,
} as const;

/** An app with its page written. */
async function written(
  files: Readonly<Record<string, string | true>>,
  whenOver?: WhenOver,
): Promise<CliApp> {
  const project = new CliApp(files, whenOver);
  const { code, stderr } = await project.cli(['matrix', '--html', 'slots.html']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return project;
}

if (chromiumPath === undefined) {
  test.skip(withoutChromium, () => undefined);
}

describe.skipIf(chromiumPath === undefined)('the page that matrix --html writes', () => {
  let browser: Browser;
  let project: CliApp;
  let removeProject: Parameters<WhenOver>[0];

  beforeAll(async () => {
    browser = await launchBrowser();
    project = await written(app, (clean) => {
      removeProject = clean;
    });
  });

  afterAll(async () => {
    await removeProject();
    await browser.close();
  });

  /** Opens the page of an app; fails on any error or request of the page. */
  async function open(
    fragment = '',
    options: BrowserContextOptions = {},
    shown: CliApp = project,
  ): Promise<Page> {
    const page = await browser.newPage(options);
    const url = pathToFileURL(shown.path('slots.html')).href;
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('console', (message) => wrong.push(message.text()));
    page.on('request', (request) => {
      if (request.url() !== url && request.url() !== `${url}${fragment}`) wrong.push(request.url());
    });
    onTestFinished(async () => {
      expect(wrong).toEqual([]);
      expect(await page.context().cookies()).toEqual([]);
      await page.close();
    });
    await page.goto(`${url}${fragment}`);
    await page.locator('[data-stage]').first().waitFor();
    return page;
  }

  const listed = (page: Page) =>
    page
      .locator('.routes [role=option]')
      .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['url']));
  const fragmentOf = (page: Page) => new URL(page.url()).hash;

  test('draws the content of every slot, and why it is there', async () => {
    const page = await open('#url=/dash/settings');
    expect(await page.locator('[data-stage]').getAttribute('data-outcome')).toBe('build-error');
    expect(await boxesOf(page)).toEqual([
      ['/', 'children', 'page', 'app/dash/settings/page.tsx', 'false'],
      ['/dash', 'children', 'page', 'app/dash/settings/page.tsx', 'false'],
      ['/dash', '@stats', 'default', 'app/dash/@stats/default.tsx', 'false'],
      ['/dash', '@team', 'missing', null, 'false'],
      ['/', '@modal', 'default', 'app/@modal/default.tsx', 'false'],
    ]);
    const finding = page.locator('.findings > [data-check="require-slot-default"]');
    expect(await finding.locator('summary').textContent()).toContain('npx next-slots fix');
  });

  test('walks through the app, marks what is kept, and steps back', async () => {
    const page = await open('#url=/about');
    await page.getByRole('link', { name: '/photo/[id]', exact: true }).click();
    expect(await boxesOf(page)).toEqual([
      ['/', 'children', 'page', 'app/about/page.tsx', 'true'],
      ['/', '@modal', 'page', 'app/@modal/(.)photo/[id]/page.tsx', 'false'],
    ]);
    expect(await page.locator('[data-intercepted-by]').getAttribute('data-intercepted-by')).toBe(
      '/(.)photo/[id]',
    );
    // The modal stays when the page below it changes, which a link in the page's box does.
    const box = page.locator('[data-segment="/"][data-slot=children]');
    await box.locator('summary').click();
    await box.getByRole('link', { name: '/', exact: true }).click();
    expect(fragmentOf(page)).toBe('#url=/&from=/about,/photo/[id]');
    expect(await page.locator('[data-open-modal]').textContent()).toContain('@modal/page.tsx');

    await page.getByRole('button', { name: 'Reload' }).click();
    expect(await page.locator('[data-stage=reload] .box.changed').count()).toBe(1);
    expect(await boxesOf(page, 'reload')).toContainEqual([
      '/',
      '@modal',
      'default',
      'app/@modal/default.tsx',
      'false',
    ]);
    await page.goBack();
    await page.goBack();
    expect(fragmentOf(page)).toBe('#url=/photo/[id]&from=/about');
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    expect(fragmentOf(page)).toBe('#url=/about');
    expect(await page.getByRole('button', { name: 'Back', exact: true }).isDisabled()).toBe(true);
    await page.goBack();
    await page.locator('.trail button').first().click();
    expect(fragmentOf(page)).toBe('#url=/about');
    await page.locator('[role=option][data-url="/"]').click();
    await page.getByRole('button', { name: 'Hard load' }).click();
    expect(fragmentOf(page)).toBe('#url=/');
  });

  test('filters by text, slot, file and concrete URL, and to what has problems', async () => {
    const page = await open();
    const filter = page.getByRole('searchbox');
    await filter.fill('@team');
    expect(await listed(page)).toEqual(['/dash', '/dash/settings']);
    await filter.fill('/shop/42');
    expect(await listed(page)).toEqual(['/shop/[...all]']);
    await filter.fill('nothing has this name');
    expect(await listed(page)).toEqual([]);
    await filter.fill('@team');
    await page.getByRole('checkbox', { name: 'Only problems' }).check();
    expect(await listed(page)).toContain('/dash/settings');
    expect(fragmentOf(page)).toBe('#url=/&filter=@team&only=problems');
  });

  test('the URL bar takes concrete URLs and completes', async () => {
    const page = await open();
    const bar = page.getByRole('combobox', { name: 'URL' });
    await bar.fill('/dash/s');
    expect(await page.getByRole('option', { name: '/dash/settings' }).first().isVisible()).toBe(
      true,
    );
    await bar.press('ArrowDown');
    await bar.press('Enter');
    expect(await page.locator('[data-stage]').getAttribute('data-url')).toBe('/dash/settings');
    await bar.fill('/shop/42');
    await bar.press('Control+Enter');
    expect(await page.locator('[data-stage]').getAttribute('data-route')).toBe('/shop/[...all]');
    expect(fragmentOf(page)).toBe('#url=/shop/42');
    await bar.fill('/dahs');
    await bar.press('Enter');
    const unknown = page.locator('[data-unknown][data-url="/dahs"][data-outcome=not-found]');
    expect(await unknown.textContent()).toContain('/dash');
  });

  test('shows another Next.js version, and what changes between two', async () => {
    const page = await open('#url=/dash/settings');
    await page.locator('select[name=version]').selectOption('15.5.29');
    expect(fragmentOf(page)).toBe('#url=/dash/settings&next=15.5.29&bundler=webpack');
    expect(await page.locator('[data-stage]').getAttribute('data-outcome')).toBe('not-found');
    await page.locator('select[name=compare]').selectOption('16.4.6 (Turbopack)');
    expect(await page.locator('[data-stage=compare]').getAttribute('data-outcome')).toBe(
      'build-error',
    );
    expect(await page.locator('[data-stage=compare] .notice').textContent()).toContain('fails');
    expect(await page.locator('[data-stage=soft] .notice').textContent()).toContain('not-found');
    expect(
      await page.locator('[role=option][data-url="/dash/settings"] .change').textContent(),
    ).toBe('404 → build fails');
    // The findings of the version, not those of the app's own.
    expect(
      await page.locator('.findings > [data-check="require-slot-default"]').textContent(),
    ).not.toContain('16.4');
  });

  test('works with the keyboard alone', async () => {
    const page = await open('#url=/about');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    for (let presses = 0; (await focused()) !== 'URLs' && presses < 30; presses += 1) {
      await page.keyboard.press('Tab');
    }
    expect(await focused()).toBe('URLs');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(fragmentOf(page)).toBe('#url=/dash&from=/about');
    const outline = await page.evaluate(
      () => document.activeElement && getComputedStyle(document.activeElement).outlineStyle,
    );
    expect(outline).toBe('solid');
  });

  test.each(['light', 'dark'] as const)(
    'axe finds no violations in the %s theme',
    async (scheme) => {
      const page = await open('', { colorScheme: scheme });
      for (const fragment of [
        '#url=/dash/settings',
        '#url=/&from=/about,/photo/7&reload=1',
        '#url=/dash&compare=15.5.29,webpack',
        '#url=/dahs',
      ]) {
        await page.evaluate((hash) => {
          location.hash = hash;
        }, fragment);
        expect.soft(await violationsIn(page), fragment).toEqual([]);
      }
    },
  );

  test('fits a phone', async () => {
    const page = await open('#url=/dash/settings', {
      viewport: { width: 360, height: 740 },
      hasTouch: true,
    });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    expect(await violationsIn(page)).toEqual([]);
  });

  test('prints the drawing without its buttons', async () => {
    const page = await open('#url=/dash/settings');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.toolbar').isVisible()).toBe(false);
    expect(await page.locator('.box').first().isVisible()).toBe(true);
  });

  test('stays small', () => {
    expect(gzipSync(readFileSync(project.path('slots.html'))).length).toBeLessThan(60_000);
  });

  const hostileNames = [
    '<script>alert(1)<',
    '"><img src=x onerror=alert(1)>',
    "'`-alert(1)-`'",
    '<!--<script>',
    '%SCRIPT%',
    '${alert(1)}`',
    'a\nb\u202Ec',
    '&lt;b&gt;',
    'constructor',
  ];
  const hostileFiles = hostileNames.flatMap((name) => [
    `${name}/page.tsx`,
    `${name}/layout.tsx`,
    `${name}/@${name}/page.tsx`,
  ]);

  /** Goes to the URL of each hostile name, and fails where one becomes more than text. */
  async function visitHostile(page: Page, goTo: (url: string) => Promise<void>): Promise<void> {
    const scripts = await page.locator('script').count();
    for (const name of hostileNames) {
      await goTo(`/${encodeURIComponent(name)}`);
      await expect
        .poll(async () => (await boxesOf(page)).map(([, slot]) => slot))
        .toContain(`@${name}`);
    }
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.locator('script').count()).toBe(scripts);
    // What turns the direction of a text, or its line, is written as its code.
    expect(await page.locator('body').textContent()).not.toMatch(/[\u202E]|a\nb/u);
  }

  test.skipIf(process.platform === 'win32')('a hostile name stays a name', async () => {
    const files = hostileFiles.map((file): [string, true] => [`app/${file}`, true]);
    const hostile = await written(Object.fromEntries<true>(files));
    const page = await open('', {}, hostile);
    expect(await page.locator('script').count()).toBe(2);
    await visitHostile(page, (url) =>
      page.evaluate((asked) => {
        location.hash = `#url=${encodeURIComponent(asked)}`;
      }, url),
    );
  });

  test('a hostile name stays a name in the panel of VS Code', async () => {
    const page = await browser.newPage();
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('console', (message) => wrong.push(message.text()));
    onTestFinished(() => page.close());
    const site = 'https://panel.test';
    const html = explorerPage({
      script: `${site}/explorer.js`,
      style: `${site}/explorer.css`,
      styleSource: site,
      nonce: 'random',
    });
    const contents: Readonly<Record<string, string>> = {
      'explorer.js': assets.script,
      'explorer.css': assets.style,
    };
    await page.route(`${site}/**`, (route) => {
      const name = new URL(route.request().url()).pathname.slice(1);
      const contentType = { js: 'text/javascript', css: 'text/css' }[name.split('.')[1] ?? ''];
      return route.fulfill({
        body: contents[name] ?? html,
        contentType: contentType ?? 'text/html',
      });
    });
    await page.addInitScript(() => {
      const api = { postMessage: () => undefined, getState: () => '', setState: () => undefined };
      Object.assign(globalThis, { acquireVsCodeApi: () => api });
    });
    await page.goto(site);
    const tree = treeFromFiles(hostileFiles);
    const next = { version: '16.4.6', bundler: 'turbopack' } as const;
    const sources = { text: () => undefined, facts: () => undefined, template: () => undefined };
    const described = describeApp({
      name: hostileNames.join(' '),
      app: { tree, next, settings: {}, sources },
      checks: [],
    });
    await page.evaluate(
      (apps) => {
        postMessage({ kind: 'apps', apps }, '*');
      },
      [described],
    );
    const bar = page.getByRole('combobox', { name: 'URL' });
    await visitHostile(page, async (url) => {
      await bar.fill(url);
      await bar.press('Enter');
    });
    expect(wrong).toEqual([]);
  });
});
