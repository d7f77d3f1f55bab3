import { defineConfig, devices } from "@playwright/test";

/** Where nothing is timed closely: doors, words, keys. Two of these may run side by side. */
const untimed = [
  "at-the-door",
  "bad-line",
  "blocked-sound",
  "call",
  "call-away",
  "call-screen",
  "captions",
  "closed-ways",
  "come-back",
  "cut",
  "ending",
  "frame-table",
  "hidden-tab",
  "keyboard",
  "nothing-lost",
  "observation-card",
  "one-press",
  "one-seat",
  "pages",
  "practice",
  "practitioner-first",
  "recording",
  "rehearsal",
  "reopened-later",
  "room-access",
  "server-gone",
  "shared-fields",
  "stays-paused",
  "stills",
  "studio",
  "studio-tools",
  "supervisor",
  "thin-line",
  "tools",
  "tools-by-keyboard",
  "waiting",
  "walk",
].map((name) => `**/tests/room/${name}.test.ts`);
const untimedEngines = ["call", "cut"].map((name) => `**/tests/engines/${name}.test.ts`);

/**
 * Two people in real browsers: both in Chromium (`tests/room`), and each engine with each other
 * (`tests/engines`). Each test starts a server of its own, so what is timed runs `alone`; what is not
 * may run two at once, `beside` each other. No retries: a flake is a defect.
 */
export default defineConfig({
  testDir: "tests",
  outputDir: "test-results/browsers",
  workers: 1,
  projects: [
    {
      name: "beside",
      testMatch: [...untimed, ...untimedEngines],
      outputDir: "test-results/beside",
    },
    {
      name: "alone",
      testMatch: ["**/tests/room/**/*.test.ts", "**/tests/engines/**/*.test.ts"],
      testIgnore: [...untimed, ...untimedEngines],
    },
  ],
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
