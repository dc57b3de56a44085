// npm start: everything a fresh checkout needs, then the site.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { buildSite, generateClients, installPackages, requireNode, root } from "./prepare.js";

requireNode();
installPackages();
generateClients();
buildSite();

const site = spawn(process.execPath, [join(root, "bin", "hearback"), "start", ...process.argv.slice(2)], {
  stdio: "inherit",
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => site.kill(signal));
site.on("exit", (code, signal) => {
  process.exitCode = signal ? 1 : (code ?? 1);
});
