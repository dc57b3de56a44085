import { defineConfig } from "@playwright/test";

// As root and in containers Chromium has no sandbox of its own; the rest keeps it from calling home.
const launchFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  fullyParallel: false,
  workers: 2,
  retries: 0,
  // Generous: the machine that runs them may be busy with something else.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  use: {
    browserName: "chromium",
    headless: true,
    launchOptions: {
      args: launchFlags,
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
    },
    locale: "en-US",
    timezoneId: "UTC",
    // Colours are compared as they come to rest, not halfway there.
    contextOptions: { reducedMotion: "reduce" },
    screenshot: "only-on-failure",
    trace: "off",
  },
});
