import { defineConfig } from 'vitest/config';

/** Services on the real MariaDB and Redis that the launcher started; never from the cache. */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    environment: 'node',
    pool: 'forks',
    isolate: false,
    maxWorkers: 1,
    include: ['**/*.int.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    // A busy machine makes nothing wrong.
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
