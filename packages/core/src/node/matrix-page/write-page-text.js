// Writes the files of the page into page-text.ts, so that no host needs a bundler to have them. Run
// with `pnpm run generate` after a change of one of them; a test fails where that was forgotten.
import { readFileSync, writeFileSync } from 'node:fs';

const parts = { styleText: 'style.css', scriptText: 'script.js', templateText: 'template.html' };

/** The module that holds the page's files as text. */
function pageText() {
  const lines = Object.entries(parts).map(([name, file]) => {
    const text = readFileSync(new URL(file, import.meta.url), 'utf8');
    return `/** The text of \`${file}\`. */\nexport const ${name} = ${JSON.stringify(text)};\n`;
  });
  return `// Written by write-page-text.js.\n\n${lines.join('\n')}`;
}

writeFileSync(new URL('page-text.ts', import.meta.url), pageText());
