// Finds a Chromium for the browser tests, or gets one: a system browser, else Playwright's own, else the system's
// package manager when this user may use it.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { root } from "./prepare.js";

// The first draws nothing on a screen and takes three quarters of the time for it.
const names = [
  "chromium-headless-shell",
  ...["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"],
];
const fixedPlaces = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Path of a Chromium that can be started; ends the process with a sentence when there is none to be had. */
export async function findChromium() {
  const found = process.env.CHROMIUM_PATH ?? systemChromium() ?? (await playwrightChromium());
  if (found) return found;
  process.stderr.write("No Chromium here yet; getting one …\n");
  spawnSync(process.execPath, [join(root, "node_modules", "playwright", "cli.js"), "install", "chromium"], {
    stdio: "ignore",
    timeout: 120_000,
  });
  const downloaded = await playwrightChromium();
  if (downloaded) return downloaded;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore" });
    for (const name of ["chromium-headless-shell", "chromium"]) {
      const args = ["install", "-y", "-qq", "--no-install-recommends", name, "fonts-noto-cjk"];
      spawnSync("apt-get", args, { stdio: "ignore" });
      const installed = systemChromium();
      if (installed) return installed;
    }
  }
  process.stderr.write(
    "The browser tests need Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.\n",
  );
  process.exit(1);
}

function systemChromium() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...fixedPlaces,
  ];
  return candidates.find((path) => existsSync(path));
}

async function playwrightChromium() {
  const { chromium } = await import("playwright");
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}
