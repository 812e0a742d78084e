import { defineConfig } from 'vitest/config';

/** Rules, policies, contracts: pure, no services, cached by Nx. */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    environment: 'node',
    pool: 'threads',
    isolate: false,
    include: ['**/*.test.{ts,tsx,mjs}'],
    // A busy machine makes no rule wrong.
    testTimeout: 60_000,
    exclude: ['**/*.int.test.ts', '**/*.faults.test.ts', '**/node_modules/**', '**/dist/**', '**/*.journey.test.ts'],
  },
});
