import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../harness/browser.js';
import { workspace } from '../harness/packed.js';

/** Draws the extension's icon: `pnpm run icon`, after a change of `icon.svg`. */
const images = join(workspace, 'packages', 'vscode', 'images');
const svg = readFileSync(join(images, 'icon.svg'), 'utf8');

const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 256, height: 256 } });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
  writeFileSync(join(images, 'icon.png'), await page.screenshot({ omitBackground: true }));
} finally {
  await browser.close();
}
