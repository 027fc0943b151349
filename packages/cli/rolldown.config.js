import { defineConfig } from 'rolldown';
import { noticesBeside } from '../core/scripts/third-party-notices.js';

/**
 * One file for the start and one for each command: a command line is loaded anew for every question,
 * and a hundred small modules take longer to find than to run. What is native code or seldom needed
 * stays outside.
 */
export default defineConfig({
  cwd: import.meta.dirname,
  input: 'src/main.ts',
  platform: 'node',
  external: ['jiti', 'oxc-parser'],
  plugins: [noticesBeside()],
  output: {
    dir: 'dist',
    format: 'esm',
    chunkFileNames: 'chunks/[name].js',
    minify: { mangle: false },
  },
});
