import { fileURLToPath } from "node:url";
import { createServer } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A module of the tests, by its path from the root, in a process of its own where no Vitest compiles it. */
export async function loadModule(path) {
  const vite = await createServer({
    configFile: false,
    root,
    logLevel: "error",
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    resolve: { alias: { "~": `${root}app` } },
  });
  return vite.ssrLoadModule(path);
}
