import { readFileSync } from 'node:fs';
import { defineConfig } from 'rolldown';

/** The files of the matrix page are its text, not code of ours. */
const pageAsText = {
  name: 'page-as-text',
  load: {
    filter: { id: /[\\/]src[\\/]matrix[\\/]page[\\/]/u },
    handler: (id) => ({
      code: `export default ${JSON.stringify(readFileSync(id, 'utf8'))};`,
      moduleType: 'js',
    }),
  },
};

/**
 * One file for the start and one for each command: a command line is loaded anew for every question,
 * and a hundred small modules take longer to find than to run. What is native code or seldom needed
 * stays outside.
 */
export default defineConfig({
  cwd: import.meta.dirname,
  input: 'src/main.ts',
  platform: 'node',
  external: ['jiti', 'oxc-parser', 'semver'],
  plugins: [pageAsText],
  output: {
    dir: 'dist',
    format: 'esm',
    chunkFileNames: 'chunks/[name].js',
    minify: { mangle: false },
  },
});
