import { defineConfig } from '@playwright/test';

/** Journeys in the real browser, against the built api and worker on services that the caller started. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.journey.ts',
  // Each has a product of its own; one waits while the other works.
  workers: 2,
  // The longest one first, so that nothing is left to run alone.
  projects: [{ name: 'walk', testMatch: '**/walk.journey.ts' }, { name: 'others', testIgnore: '**/walk.journey.ts' }],
  timeout: 300_000,
  // A machine may be busy: waiting for a state longer makes no test weaker.
  expect: { timeout: 20_000 },
  reporter: 'list',
  outputDir: '../../dist/journeys',
  use: {
    headless: true,
    actionTimeout: 20_000,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    // Recording every step costs as much as the journey: `--trace on` when one is looked into.
    trace: 'off',
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
        '--disable-sync', '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream',
      ],
    },
  },
});
