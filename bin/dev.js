// npm run dev: builds again whenever a file of app/ changes and starts the site anew.
import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { join } from "node:path";
import { buildSite, generateClients, installPackages, requireNode, root } from "./prepare.js";

const settleMs = 150;

requireNode();
installPackages();
let site = null;
let timer = null;
restart();
for (const folder of ["app", "prisma", "public"]) {
  watch(join(root, folder), { recursive: true }, (_event, file) => {
    if (String(file).includes("generated")) return;
    clearTimeout(timer);
    timer = setTimeout(restart, settleMs);
  });
}
process.on("SIGINT", () => {
  site?.kill("SIGINT");
  process.exit(0);
});

function restart() {
  try {
    generateClients();
    buildSite();
  } catch {
    process.stderr.write("Not built; waiting for the next change.\n");
    return;
  }
  const start = () => {
    site = spawn(process.execPath, [join(root, "bin", "hearback"), "start"], { stdio: "inherit" });
  };
  if (!site || site.exitCode !== null) return start();
  site.once("exit", start);
  site.kill("SIGTERM");
}
