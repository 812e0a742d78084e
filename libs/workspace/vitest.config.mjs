import { defineConfig } from 'vitest/config';

/** Rules, policies, contracts: pure, no services, cached by Nx. */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    environment: 'node',
    pool: 'threads',
    isolate: false,
    include: ['**/*.test.{ts,tsx,mjs}'],
    exclude: ['**/*.int.test.ts', '**/*.faults.test.ts', '**/node_modules/**', '**/dist/**', '**/*.journey.test.ts'],
  },
});
