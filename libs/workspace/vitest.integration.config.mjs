import { defineConfig } from 'vitest/config';

/** Services on the real MariaDB and Redis that the launcher started; never from the cache. */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    environment: 'node',
    pool: 'forks',
    isolate: false,
    // Every file has a database of its own.
    maxWorkers: 2,
    include: ['**/*.int.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    // A busy machine makes nothing wrong.
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
