import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'rolldown';

const style = readFileSync(join(import.meta.dirname, 'src', 'ui', 'explorer.css'), 'utf8');

/** The page's script as a module that exports its text, for hosts that write or serve the page. */
const page = defineConfig({
  cwd: import.meta.dirname,
  input: { assets: 'src/main.tsx' },
  platform: 'browser',
  plugins: [asText()],
  output: { dir: 'dist', format: 'iife', minify: true, comments: false },
});

/** The playground as modules of the docs site, which loads them when somebody opens the page, and its worker. */
const playground = defineConfig({
  cwd: import.meta.dirname,
  input: {
    playground: 'src/playground/index.tsx',
    'playground-worker': 'src/playground/worker.ts',
  },
  platform: 'browser',
  plugins: [styleBeside()],
  output: { dir: 'dist', format: 'esm', chunkFileNames: 'playground-[name].js', minify: true },
});

export default [page, playground];

/** Puts the style sheets of the playground beside it. */
function styleBeside() {
  return {
    name: 'style-beside',
    generateBundle() {
      const own = join(import.meta.dirname, 'src', 'playground', 'playground.css');
      const source = `${style}\n${readFileSync(own, 'utf8')}`;
      this.emitFile({ type: 'asset', fileName: 'playground.css', source });
    },
  };
}

/** Puts what was bundled into strings. */
function asText() {
  return {
    name: 'as-text',
    generateBundle(_options, bundle) {
      for (const [name, chunk] of Object.entries(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const script = chunk.code.trim();
        // An HTML parser would end the script there.
        if (/<\/script|<!--/iu.test(script)) throw new Error('The script breaks out of a page.');
        const texts = { script, style, scriptHash: hash(script), styleHash: hash(style) };
        delete bundle[name];
        this.emitFile({
          type: 'asset',
          fileName: 'bundled.json',
          source: JSON.stringify(Object.keys(chunk.modules).filter(isInstalled)),
        });
        this.emitFile({
          type: 'asset',
          fileName: 'assets.js',
          source: Object.entries(texts)
            .map(([text, value]) => `export const ${text} = ${JSON.stringify(value)};\n`)
            .join(''),
        });
      }
    },
  };
}

/** The licences of these are told by whoever carries the text. */
function isInstalled(file) {
  return file.includes('node_modules');
}

/** How a policy names the one script or style that may run. */
function hash(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
