import { defineConfig, type Plugin } from 'rolldown';
import { noticesBeside } from '../core/scripts/third-party-notices.js';
import { configJsonSchema, reportJsonSchema } from './src/public/schemas.js';

/** Puts the JSON Schemas of the public contracts beside the bundle. */
function schemasBeside(): Plugin {
  const schemas = { report: reportJsonSchema(), config: configJsonSchema() };
  return {
    name: 'json-schemas',
    generateBundle() {
      for (const [name, schema] of Object.entries(schemas)) {
        const source = `${JSON.stringify(schema, undefined, 2)}\n`;
        this.emitFile({ type: 'asset', fileName: `schema/${name}.json`, source });
      }
    },
  };
}

/**
 * One file for the start and one for each command: a command line is loaded anew for every question,
 * and a hundred small modules take longer to find than to run. What is native code or seldom needed
 * stays outside.
 */
export default defineConfig({
  cwd: import.meta.dirname,
  input: { main: 'src/main.ts', index: 'src/public/index.ts' },
  platform: 'node',
  external: ['jiti', 'oxc-parser'],
  plugins: [noticesBeside(), schemasBeside()],
  output: {
    dir: 'dist',
    format: 'esm',
    chunkFileNames: 'chunks/[name].js',
    minify: { mangle: false },
  },
});
