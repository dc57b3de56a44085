// Brings a checkout to where it can run, doing only what changed since the last time: packages, database clients,
// the build. Node's own modules only: it runs before anything is installed.
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const oldestNode = [20, 19];

export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  fail(`Hearback needs Node ${oldestNode.join(".")} or newer; this is ${process.versions.node}.`);
}

export function installPackages() {
  if (isInstalled()) return;
  process.stderr.write("Installing packages …\n");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  // Not "npm ci": it refuses a lockfile that leaves out a platform's optional package, and a registry need not have all
  // of them. Versions come from the lockfile either way, and nothing is written to it.
  const { status } = spawnSync(npm, ["install", "--no-save", "--no-audit", "--no-fund", "--include=dev"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    fail(
      "The packages could not be installed; the lines above say why. Where no prebuilt SQLite fits, npm builds it " +
        "and needs python3, make and a C++ compiler (Debian: apt-get install python3 make g++).",
    );
  }
}

// npm writes down what it installed; only a package of the lockfile that is missing there calls for an installation.
function isInstalled() {
  const installed = readJson("node_modules/.package-lock.json")?.packages;
  const wanted = readJson("package-lock.json")?.packages ?? {};
  if (!installed) return false;
  return Object.entries(wanted).every(
    ([place, { version, optional }]) => place === "" || optional || installed[place]?.version === version,
  );
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), "utf8"));
  } catch {
    return null;
  }
}

export function generateClients() {
  const inputs = [
    "prisma/models.prisma",
    "prisma/generate.mjs",
    "prisma/sqlite/provider.prisma",
    "prisma/postgresql/provider.prisma",
    "package-lock.json",
  ];
  step(
    "clients",
    inputs,
    "app/platform/db/generated/postgresql/client.ts",
    "Generating database clients",
    () => {
      execFileSync(process.execPath, [join(root, "prisma", "generate.mjs")], { stdio: "inherit" });
    },
  );
}

export function buildSite() {
  const inputs = [
    "app",
    "public",
    "prisma/models.prisma",
    "remix.config.js",
    "tsconfig.json",
    "package-lock.json",
  ];
  step("build", inputs, "build/server/index.js", "Building", () => {
    execFileSync(
      process.execPath,
      [
        join(root, "node_modules", "@remix-run", "dev", "dist", "cli.js"),
        "vite:build",
        "--config",
        "remix.config.js",
        "--logLevel",
        "warn",
      ],
      { cwd: root, stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, NODE_ENV: "production" } },
    );
    execFileSync(process.execPath, [join(root, "bin", "precompress.js")], { cwd: root, stdio: "inherit" });
  });
}

function step(name, inputs, output, label, work) {
  const stampFile = join(root, ".cache", `${name}.stamp`);
  const stamp = fingerprint(inputs);
  const isDone =
    existsSync(join(root, output)) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp;
  if (isDone) return;
  process.stderr.write(`${label} …\n`);
  const started = Date.now();
  work();
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
  process.stderr.write(`${label}: done in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}

function fingerprint(inputs) {
  const hash = createHash("sha256").update(process.version);
  for (const input of inputs)
    for (const file of filesIn(input)) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

function filesIn(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full)
    .sort()
    .filter((name) => name !== "generated")
    .flatMap((name) => filesIn(`${path}/${name}`));
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
