import { defineConfig, devices } from "@playwright/test";

/**
 * Two people in real browsers: both in Chromium (`tests/room`), and each engine with each other
 * (`tests/engines`). One worker, since each test starts a server; no retries: a flake is a defect.
 */
export default defineConfig({
  testDir: "tests",
  testMatch: ["**/tests/room/**/*.test.ts", "**/tests/engines/**/*.test.ts"],
  outputDir: "test-results/browsers",
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: process.env["CI"] !== undefined,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    ...devices["Desktop Chrome"],
    viewport: { width: 1366, height: 768 },
    locale: "en-GB",
    timezoneId: "Europe/London",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env["CHROMIUM_PATH"] || "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
