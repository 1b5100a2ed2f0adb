import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

// Debian's Chromium where it is installed; HOLDFAST_CHROMIUM names another one; else the browser that Playwright downloads.
const chromium = [process.env.HOLDFAST_CHROMIUM, '/usr/bin/chromium'].find(
  path => path && existsSync(path),
);

export default defineConfig({
  testDir: 'packages/app/e2e-tests',
  outputDir: 'artifacts/browser',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: 1,
  // Deadlines are those of people; a shared machine may stall for longer. What passes at the second try is counted as flaky.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json']],
  use: {
    baseURL: 'http://localhost:7007',
    actionTimeout: 15_000,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      executablePath: chromium,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'node tools/run.mjs start --built',
    url: 'http://localhost:7007/.backstage/health/v1/readiness',
    timeout: 180_000,
    reuseExistingServer: !process.env.CI,
    stdout: 'ignore',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});
