import { defineConfig } from 'vitest/config';
import './test/harness/own-modules-only.js';

/** The tests in a whole VS Code: `pnpm run test:vscode`. */
export default defineConfig({
  test: {
    include: ['test/vscode/**/*.e2e.ts'],
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
