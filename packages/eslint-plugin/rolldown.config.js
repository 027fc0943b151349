import { checks } from '@next-slots/core';
import { toJsonSchema } from '@valibot/to-json-schema';
import { defineConfig } from 'rolldown';
import { noticesBeside } from '../core/scripts/third-party-notices.js';

/** The options of each rule as ESLint wants them described, by the rule's name. */
const optionSchemas = Object.fromEntries(
  checks.map(({ name, options }) => {
    // ESLint 8 and 9 validate by draft 4 and refuse a schema that names a later one.
    const { $schema: _, ...schema } = toJsonSchema(options, { typeMode: 'input' });
    return [name, schema];
  }),
);

/**
 * One file with everything in it: an editor loads the plugin before its first answer, and two hundred
 * small modules take longer to find than to run. What
 * describes the options is worked out here, once and for all.
 */
export default defineConfig({
  cwd: import.meta.dirname,
  input: 'src/index.ts',
  platform: 'node',
  plugins: [noticesBeside()],
  transform: { define: { OPTION_SCHEMAS: JSON.stringify(optionSchemas) } },
  output: {
    file: 'dist/index.js',
    format: 'esm',
    minify: true,
    // Notes for other bundlers, which nobody runs on it.
    comments: { annotation: false },
  },
});
