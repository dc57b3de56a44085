// npm run bench: measures the pages of the built site, see docs/performance.md. "npm run bench -- --help" tells more.
import { join } from "node:path";
import { buildSite, generateClients, installPackages, requireNode, root } from "./prepare.js";

requireNode();
installPackages();
generateClients();
buildSite();

const { createServer } = await import("vite");
const vite = await createServer({
  configFile: false,
  root,
  logLevel: "error",
  server: { middlewareMode: true, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
  resolve: { alias: { "~": join(root, "app") } },
});
const { bench } = await vite.ssrLoadModule("/tests/bench/pages/bench.ts");
const exitCode = await bench(process.argv.slice(2));
await vite.close();
process.exit(exitCode);
