// npm test: installs what is missing, then every check from the cheapest to the dearest. --no-browser leaves out the
// browser journeys. The last line sums up all runners.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildSite, generateClients, installPackages, requireNode, root } from "./prepare.js";

const isBrowserLeftOut = process.argv.includes("--no-browser");
const reports = join(root, ".cache", "reports");
const binary = (name) => join(root, "node_modules", ".bin", name);
const total = { passed: 0, failed: 0, skipped: 0 };

requireNode();
installPackages();
generateClients();
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

// The linter takes as long as the others together, and each of them one core.
await Promise.all([check("lint", binary("eslint"), ["--max-warnings", "0", "."]), othersInTurn()]);
buildSite();
await tests("everything on SQLite", "sqlite", []);
await tests("features, contracts and HTTP on PostgreSQL", "postgresql", [
  "tests/features",
  "tests/contracts",
  "tests/http",
  // Nothing in there asks a database.
  "--exclude=tests/features/markdown/**",
  "--exclude=tests/features/images/**",
  // Thousands of answers of the same table of URLs and the same functions, whose statements the rest asks of both.
  "--exclude=tests/http/access.test.ts",
  "--exclude=tests/http/canary.test.ts",
]);
if (!isBrowserLeftOut) await journeys();

console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function othersInTurn() {
  await check("format", binary("prettier"), ["--check", "--log-level", "warn", "."]);
  await check("types", binary("tsc"), ["-p", "."]);
  await check("unused code", binary("knip"), []);
}

async function check(name, command, args) {
  const started = Date.now();
  const status = await run(command, args);
  console.log(`${status === 0 ? "ok    " : "FAILED"} ${name} (${seconds(started)})`);
  if (status === 0) total.passed++;
  else total.failed++;
}

async function tests(name, database, narrowing) {
  const report = join(reports, `vitest-${database}.json`);
  const started = Date.now();
  const args = [
    "run",
    "--config",
    "remix.config.js",
    "--reporter=dot",
    "--reporter=json",
    `--outputFile=${report}`,
    ...narrowing,
  ];
  const status = await run(binary("vitest"), args, { HEARBACK_TEST_DATABASE: database });
  const result = readReport(report);
  count(
    name,
    started,
    status,
    result && {
      passed: result.numPassedTests,
      failed: result.numFailedTests + result.numFailedTestSuites * (result.numFailedTests === 0 ? 1 : 0),
      skipped: result.numPendingTests + result.numTodoTests,
    },
  );
  for (const suite of result?.testResults ?? []) {
    for (const test of suite.assertionResults)
      if (test.status === "pending" || test.status === "skipped") console.log(`  skipped: ${test.fullName}`);
  }
}

async function journeys() {
  const { findChromium } = await import("./chromium.js");
  const chromium = await findChromium();
  const report = join(reports, "playwright.json");
  const started = Date.now();
  const status = await run(
    binary("playwright"),
    ["test", "--config", "tests/e2e/playwright.config.ts", "--reporter=dot,json"],
    {
      CHROMIUM_PATH: chromium,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    },
  );
  const stats = readReport(report)?.stats;
  count(
    "browser journeys",
    started,
    status,
    stats && { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped },
  );
}

// A runner that ended badly without counting a failure (it could not even start) counts as one.
function count(name, started, status, counted) {
  const result = counted ?? { passed: 0, failed: 1, skipped: 0 };
  if (status !== 0 && result.failed === 0) result.failed = 1;
  total.passed += result.passed;
  total.failed += result.failed;
  total.skipped += result.skipped;
  console.log(
    `${result.failed === 0 ? "ok    " : "FAILED"} ${name}: ${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped (${seconds(started)})`,
  );
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

function run(command, args, environment = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...(process.env.CI ? { NO_COLOR: "1" } : {}), ...environment },
      shell: process.platform === "win32",
    });
    child.on("exit", (code) => resolve(code ?? 1));
    child.on("error", () => resolve(1));
  });
}

function seconds(started) {
  return `${((Date.now() - started) / 1000).toFixed(1)} s`;
}
