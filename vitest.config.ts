import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import './test/harness/own-modules-only.js';

export default defineConfig({
  // The module is there inside of VS Code only.
  resolve: { alias: { vscode: join(import.meta.dirname, 'test', 'vscode', 'fake-vscode.ts') } },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/harness/packed.ts'],
    // Hosts run as processes of their own; our modules hold no state that a file could leave behind.
    isolate: false,
    // Most tests wait for a process that they started.
    maxWorkers: availableParallelism() + 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
