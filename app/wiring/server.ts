import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import type { ServerBuild } from "@remix-run/node";
import { Hono, type MiddlewareHandler } from "hono";
import { provePath, signInPath } from "~/features/auth/paths";
import { reconsiderRefusal } from "~/features/auth/proving.server";
import { liveHub } from "~/features/live/hub.server";
import { clientAddress } from "~/platform/http/client-address";
import { compressText } from "~/platform/http/compress-text.server";
import { policyReportsPath } from "~/features/admin/paths";
import { nameLocation } from "~/platform/http/named-location";
import { refuseForeignForms } from "~/platform/http/origin-check";
import { pageHandler } from "~/platform/http/page-handler.server";
import { securityHeaders } from "~/platform/http/security-headers";
import { loggedPath } from "~/platform/log/logged-path";
import type { Platform } from "~/platform/platform";
import { enter } from "./entry.server";
import { healthOf } from "./health.server";

const year = 31_536_000;
/** What is being answered when the process is asked to stop gets this long. */
const graceMs = 5_000;

export interface WebServer {
  address: string;
  close(): Promise<void>;
}

interface Options {
  platform: Platform;
  build: ServerBuild;
  /** Called after every request that may have written events. */
  onWrite: () => void;
  /** Stands around every page; only benches give one. */
  measure?: MiddlewareHandler;
}

/** Everything that answers HTTP, without a socket: what tests talk to and `listen` puts on a port. */
export function webApp({
  platform,
  build,
  onWrite,
  measure,
}: Options): Hono<{ Bindings: { incoming: { socket: { remoteAddress?: string } } } }> {
  const { config, log } = platform;
  const handle = pageHandler(build, { signInPath, provePath, admit: enter, reconsider: reconsiderRefusal });
  const app = new Hono<{ Bindings: { incoming: { socket: { remoteAddress?: string } } } }>();

  app.use(securityHeaders(config.origin, policyReportsPath));
  const client = join(config.root, "build", "client");
  app.use(
    "/assets/*",
    serveStatic({
      root: client,
      precompressed: true,
      onFound: (_path, c) => c.header("Cache-Control", `public, max-age=${year}, immutable`),
    }),
  );
  // By name: looking for a file behind every address would cost each page a visit to the disk.
  for (const name of filesIn(client)) app.use(`/${name}`, serveStatic({ root: client, precompressed: true }));
  app.get("/health", async (c) => {
    const health = await healthOf(platform);
    return c.json(health, health.status === "ok" ? 200 : 503);
  });
  if (measure) app.use(measure);
  app.use(compressText());
  app.use(refuseForeignForms(config.origin));
  app.use(nameLocation());
  app.all("*", async (c) => {
    const started = performance.now();
    const requestId = randomUUID();
    const response = await handle(c.req.raw, {
      platform,
      requestId,
      clientAddress: clientAddress(c.req.raw, c.env?.incoming?.socket.remoteAddress, config.trustedProxies),
      memo: new Map(),
    });
    const isRead = c.req.method === "GET" || c.req.method === "HEAD";
    if (!isRead) {
      onWrite();
      void liveHub(platform).poke();
    }
    log.debug(
      {
        requestId,
        method: c.req.method,
        path: loggedPath(c.req.path),
        status: response.status,
        ms: performance.now() - started,
      },
      "request",
    );
    return response;
  });
  return app;
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name)).map(({ name }) => name);
}

/** Puts the app on the configured port and resolves when it answers. */
export async function listen(options: Options): Promise<WebServer> {
  const { config } = options.platform;
  const app = webApp(options);
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const starting = serve({ fetch: app.fetch, port: config.port, hostname: config.host }, () =>
      resolve(starting),
    );
    starting.once("error", reject);
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://${config.host}:${port}`,
    close: () =>
      new Promise((resolve) => {
        // Open streams would keep it from ending.
        liveHub(options.platform).close();
        // So would a browser that asks for the next one by a connection it still has, or a request that never ends.
        const patience = setTimeout(
          () => "closeAllConnections" in server && server.closeAllConnections(),
          graceMs,
        );
        server.close(() => {
          clearTimeout(patience);
          resolve();
        });
      }),
  };
}
