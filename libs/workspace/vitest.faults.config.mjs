import { defineConfig } from 'vitest/config';

/** Long runs that kill, stop and starve real processes: one file at a time, with time enough. */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    environment: 'node',
    pool: 'forks',
    isolate: false,
    fileParallelism: false,
    maxWorkers: 1,
    include: ['**/*.faults.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: 600_000,
    hookTimeout: 300_000,
  },
});
