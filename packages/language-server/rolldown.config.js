import { defineConfig } from 'rolldown';
import { noticesBeside } from '../core/scripts/third-party-notices.js';

/**
 * One file, so that the process answers its first request before the editor notices. TypeScript stays
 * outside: it is loaded only after `initialized`.
 */
export default defineConfig({
  cwd: import.meta.dirname,
  input: 'src/main.ts',
  platform: 'node',
  external: ['typescript'],
  plugins: [noticesBeside()],
  output: { file: 'dist/main.js', format: 'esm', minify: { mangle: false } },
});
