import type { ExplorerApp } from '../data/explorer-app.js';
import { embeddable } from './embeddable.js';

/** The interface in text: what `@next-slots/explorer/assets` exports. */
export interface Assets {
  readonly script: string;
  readonly style: string;
  readonly scriptHash: string;
  readonly styleHash: string;
}

/** The explorer with the apps it shows as one HTML page that needs nothing else and loads nothing. */
export function standalonePage(
  apps: readonly ExplorerApp[],
  { script, style, scriptHash, styleHash }: Assets,
): string {
  const policy = `default-src 'none'; style-src '${styleHash}'; script-src '${scriptHash}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <title>Slots</title>
    <style>${style}</style>
  </head>
  <body>
    <main id="explorer"><noscript>This page needs JavaScript. It loads nothing from anywhere.</noscript></main>
    <script type="application/json" id="apps">${embeddable(apps)}</script>
    <script>${script}</script>
  </body>
</html>
`;
}
