import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where a Chromium lies; undefined where there is none, and tests in a browser are skipped. */
export const chromiumPath = [process.env['CHROMIUM_PATH'], ...places].find(
  (path) => path !== undefined && existsSync(path),
);

/** What a skipped test says of itself. */
export const withoutChromium =
  'skipped: no Chromium here; test/harness/install-chromium.sh installs it';

/** Starts the browser. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(chromiumPath !== undefined && { executablePath: chromiumPath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
