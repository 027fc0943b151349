import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const packages = join(import.meta.dirname, 'packages');
const core = join(packages, 'core', 'src');

/** Core and the explorer's model, from their source: nothing is built or packed before. */
export default defineConfig({
  resolve: {
    alias: {
      '@next-slots/core/node': join(core, 'node', 'index.ts'),
      '@next-slots/core': join(core, 'index.ts'),
      '@next-slots/explorer': join(packages, 'explorer', 'src', 'index.ts'),
    },
  },
  test: {
    include: [
      'test/core/**/*.test.ts',
      'test/oracle/**/*.test.ts',
      'test/explorer/{app-change,oracle-model,permalink,playground,screen}.test.ts',
      'test/cli/explore/*.test.ts',
    ],
    // It runs the packed core as another user.
    exclude: ['test/core/node/edit-file.test.ts'],
    isolate: false,
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
