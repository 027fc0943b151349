/// <reference lib="dom" />
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { chromiumPath, launchBrowser, withoutChromium } from '../harness/browser.js';
import { CliApp } from '../harness/cli-app.js';
import { workspace } from '../harness/packed.js';
import { printApp } from '../../packages/explorer/src/playground/link.js';
import { boxesOf, violationsIn } from './explorer-page.js';

const dist = join(workspace, 'packages', 'explorer', 'dist');

/** A page with the playground in it, as the docs site has one. */
const page = `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>Playground</title>
  <link rel="stylesheet" href="playground.css" />
  <main>
    <h1>Playground</h1>
    <div id="playground"></div>
  </main>
  <script type="module">
    import { mountPlayground } from './playground.js';
    const playground = mountPlayground(document.getElementById('playground'), {
      fragment: location.hash,
      onChange: (fragment, step) => {
        if (fragment === location.hash) return;
        history[step ? 'pushState' : 'replaceState'](null, '', fragment);
      },
    });
    for (const event of ['popstate', 'hashchange']) {
      addEventListener(event, () => playground.show(location.hash));
    }
  </script>
</html>`;

const types = { js: 'text/javascript', css: 'text/css' } as const;

/** Opens the playground with the fragment of a link; fails on any error or request to elsewhere. */
async function open(fragment: string): Promise<Page> {
  const server = createServer(({ url = '/' }, response) => {
    const name = /^\/(?<name>playground[\w-]*\.(?:js|css))$/u.exec(url)?.groups?.['name'];
    if (name === undefined) response.setHeader('Content-Type', 'text/html').end(page);
    else {
      const type = types[name.endsWith('.js') ? 'js' : 'css'];
      void readFile(join(dist, name)).then((text) => {
        response.setHeader('Content-Type', type).end(text);
      });
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const browser = await launchBrowser();
  const opened = await browser.newPage();
  const wrong: string[] = [];
  opened.on('pageerror', (error) => wrong.push(error.message));
  opened.on('request', (request) => {
    const { host } = new URL(request.url());
    if (host !== `127.0.0.1:${port}`) wrong.push(request.url());
  });
  onTestFinished(async () => {
    expect(wrong).toEqual([]);
    await browser.close();
    server.close();
  });
  await opened.goto(`http://127.0.0.1:${port}/${fragment}`);
  await opened.locator('[data-outcome]').first().waitFor();
  return opened;
}

/** Where the explorer stands, by its link; the app in it left out. */
function placeOf(opened: Page): string {
  return new URL(opened.url()).hash.replace(/^#tree=[\w-]+&/u, '#');
}

const stage = '[data-stage=soft]';

test.skipIf(chromiumPath === undefined)(
  `the playground follows links, and goes back over them${chromiumPath === undefined ? `; ${withoutChromium}` : ''}`,
  async () => {
    const opened = await open('#example=modal-stays');
    expect(placeOf(opened)).toBe('#url=/about&from=/feed,/photo/7&reload=1');

    // A permalink without an app is about the one that is shown.
    await opened.evaluate(() => {
      location.hash = '#url=/photo/7&from=/feed&next=15.5.29&bundler=webpack';
    });
    await opened.locator(`${stage}[data-url="/photo/7"][data-outcome=ok]`).waitFor();
    expect(await boxesOf(opened)).toEqual([
      ['/', 'children', 'page', 'app/feed/page.tsx', 'true'],
      ['/', '@modal', 'page', 'app/@modal/(.)photo/[id]/page.tsx', 'false'],
    ]);
    await opened.locator('.links').getByRole('link', { name: '/about' }).click();
    await expect
      .poll(() => placeOf(opened))
      .toBe('#url=/about&from=/feed,/photo/7&next=15.5.29&bundler=webpack');
    await opened.goBack();
    await opened.locator(`${stage}[data-url="/photo/7"]`).waitFor();

    // A file that the tree no longer has is one that the app no longer has.
    const tree = opened.getByRole('textbox', { name: 'The files of the app, as a tree' });
    await tree.fill((await tree.inputValue()).replace(/^ {2}feed\/\n.*\n/mu, ''));
    await opened.locator('[data-unknown="/feed"]').waitFor();
    expect(await violationsIn(opened)).toEqual([]);

    const name = '</script><img src=x onerror=alert(1)>"\u202E';
    await opened.evaluate(
      (link) => {
        location.hash = link;
      },
      await printApp({ files: { 'app/layout.tsx': '', [`app/${name}/page.tsx`]: name } }),
    );
    await opened.locator('[role=option]', { hasText: 'onerror' }).click();
    await opened.locator(`${stage} .file`, { hasText: 'onerror' }).first().waitFor();
    expect(await opened.locator('img').count()).toBe(0);
  },
);

test.skipIf(chromiumPath === undefined)('a folder is read in the browser', async () => {
  const project = new CliApp({
    'package.json': '{ "dependencies": { "next": "15.5.29" } }',
    'src/app/layout.tsx': 'export default ({ children, team, tema }) => [children, team, tema];\n',
    'src/app/page.tsx': true,
    'src/app/@team/page.tsx': true,
    'src/app/settings/page.tsx': true,
    'node_modules/next/package.json': '{}',
  });
  const opened = await open('');
  const chooser = opened.waitForEvent('filechooser');
  await opened.getByRole('button', { name: 'Open a folder…' }).click();
  await (await chooser).setFiles(project.root);
  await opened.locator('[role=option][data-url="/settings"]').click();
  await opened.locator(`${stage}[data-url="/settings"][data-outcome=not-found]`).waitFor();
  expect(await opened.locator('select[name=version]').inputValue()).toBe('15.5.29');
  expect(await opened.locator('[data-check=match-slot-props]').first().textContent()).toContain(
    'tema',
  );
  // What was read from a disk has no place in a link.
  expect(opened.url()).not.toContain('tree=');
});
