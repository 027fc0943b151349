import type { ExplorerApp } from '../data/explorer-app.js';
import { embeddable } from './embeddable.js';

/**
 * The page of a server that sends its script and its style sheet from beside it. It brings the apps along,
 * so that they are drawn before a second request is answered.
 *
 * @param revision - Which state of the apps it is: the page asks for what came after it.
 */
export function servedPage(apps: readonly ExplorerApp[], revision: number): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Slots</title>
    <link rel="stylesheet" href="explorer.css" />
    <script src="explorer.js" defer></script>
  </head>
  <body>
    <main id="explorer"></main>
    <script type="application/json" id="apps" data-revision="${revision}">${embeddable(apps)}</script>
  </body>
</html>
`;
}
