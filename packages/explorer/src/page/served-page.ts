/** The page of a server that sends its script and its style sheet from beside it. */
export const servedPage = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Slots</title>
    <link rel="stylesheet" href="explorer.css" />
  </head>
  <body>
    <main id="explorer"></main>
    <script src="explorer.js"></script>
  </body>
</html>
`;
