import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import '../harness/own-modules-only.js';

/** The packages in apps that a package manager installed: `pnpm run test:packages`. */
export default defineConfig({
  root: join(import.meta.dirname, '..', '..'),
  test: {
    include: ['test/packages/*.slow.ts'],
    globalSetup: ['test/harness/packed.ts'],
    testTimeout: 300_000,
    hookTimeout: 600_000,
  },
});
