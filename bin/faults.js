// npm run test:faults: the long fault runs, minutes each. Words after it name files; HEARBACK_TEST_DATABASE chooses the database.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { buildSite, generateClients, installPackages, requireNode, root } from "./prepare.js";

requireNode();
installPackages();
generateClients();
buildSite();

const vitest = join(root, "node_modules", ".bin", "vitest");
const args = ["run", "--config", "remix.config.js", "--no-file-parallelism", ...process.argv.slice(2)];
const child = spawn(vitest, args, {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, HEARBACK_FAULTS: "1" },
  shell: process.platform === "win32",
});
child.on("exit", (code) => (process.exitCode = code ?? 1));
