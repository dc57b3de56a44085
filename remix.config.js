// The one build and test configuration: Remix reads it as its Vite config, Vitest as its own.
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import { threadSource } from "./app/platform/markdown/worker-source-plugin.js";

const isTest = Boolean(process.env.VITEST);

// Pages are not hydrated (docs/decisions/0001), so nothing of a route belongs into the browser's build: neither its
// code nor, by a slip, anything it reads on the server.
const routesStayOnTheServer = {
  name: "routes-stay-on-the-server",
  enforce: "post",
  transform(_code, id, { ssr } = {}) {
    return !ssr && id.endsWith("?__remix-build-client-route") ? { code: "export {};", map: null } : undefined;
  },
};

export default defineConfig({
  resolve: { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } },
  // Vitest compiles modules itself; the Remix plugin would look for a dev server that is not there.
  plugins: [
    threadSource(),
    ...(isTest
      ? []
      : [
          remix({
            appDirectory: "app",
            future: {
              v3_fetcherPersist: true,
              v3_relativeSplatPath: true,
              v3_throwAbortReason: true,
              v3_lazyRouteDiscovery: true,
              v3_singleFetch: true,
              v3_routeConfig: true,
            },
          }),
          routesStayOnTheServer,
        ]),
  ],
  esbuild: { jsx: "automatic" },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    // Routes leave nothing in the browser's build, see above.
    rollupOptions: { onwarn: (warning, tell) => warning.code !== "EMPTY_BUNDLE" && tell(warning) },
  },
  test: {
    environment: "node",
    // The long fault runs are asked for by name: npm run test:faults.
    include: process.env.HEARBACK_FAULTS
      ? ["tests/faults/**/*.fault.ts"]
      : ["app/**/*.test.{ts,tsx}", "tests/**/*.test.{ts,tsx}"],
    globalSetup: ["tests/setup/global.ts"],
    setupFiles: ["tests/setup/properties.ts"],
    // Modules hold no state of a test, so the files of a worker share them: loading them anew for each file took most of the run.
    isolate: false,
    // Half of a test is waiting for a database or a process, so two cores carry two files at once.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
