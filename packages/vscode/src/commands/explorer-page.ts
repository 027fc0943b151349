/** Where the page finds what it runs, as the panel's webview names it. */
export interface PageResources {
  readonly script: string;
  readonly style: string;
  /** Where the style sheet may come from. */
  readonly styleSource: string;
  /** Known to this page alone. */
  readonly nonce: string;
}

/**
 * The page of the explorer's panel. Everything that it runs lies beside the extension; nothing else may run
 * in it. No name of an app is in it: the page hears of those by messages.
 */
export function explorerPage({ script, style, styleSource, nonce }: PageResources): string {
  const policy = `default-src 'none'; style-src ${styleSource}; script-src 'nonce-${nonce}'`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <title>Slots</title>
    <link rel="stylesheet" href="${style}" />
  </head>
  <body>
    <main id="explorer"></main>
    <script nonce="${nonce}" src="${script}"></script>
  </body>
</html>
`;
}
