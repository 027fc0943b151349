import { defineConfig } from 'rolldown';

/**
 * One file with everything in it: an editor loads the plugin before its first answer, and two hundred
 * small modules take longer to find than to run. `semver` stays outside; only a project without an
 * installed Next needs it.
 */
export default defineConfig({
  cwd: import.meta.dirname,
  input: 'src/index.ts',
  platform: 'node',
  external: ['semver'],
  output: { file: 'dist/index.js', format: 'esm', minify: true },
});
