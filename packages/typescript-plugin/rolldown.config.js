import { defineConfig } from 'rolldown';
import { noticesBeside } from '../core/scripts/third-party-notices.js';

/**
 * One CommonJS file whose `module.exports` is the plugin's factory, found through `main`: the only
 * shape that tsserver loads.
 */
export default defineConfig({
  cwd: import.meta.dirname,
  input: 'src/index.ts',
  platform: 'node',
  plugins: [noticesBeside()],
  output: {
    file: 'dist/index.cjs',
    format: 'cjs',
    exports: 'default',
    minify: { mangle: false },
  },
});
