import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ServerBuild } from "@remix-run/node";
import { sessionsOf } from "~/features/auth/lucia.server";
import { projectRoot } from "~/platform/config/project-root.server";
import type { webApp } from "~/wiring/server";
import { testPlatform, type TestPlatform } from "./platform";

export interface TestSite {
  platform: TestPlatform;
  /** One request through the whole server; redirects are not followed. */
  get(path: string, options?: RequestOptions): Promise<Response>;
  post(path: string, fields: Record<string, string> | FormData, options?: RequestOptions): Promise<Response>;
  /** Any method with any body, for what no form would send. */
  send(path: string, init: RequestInit, options?: RequestOptions): Promise<Response>;
}

interface RequestOptions {
  /** Cookie header, usually from `signedIn`. */
  cookie?: string;
  headers?: Record<string, string>;
}

/** The built site on a database of its own. `npm test` builds before; alone, run `npm run build` first. */
export async function testSite(environment: Record<string, string> = {}): Promise<TestSite> {
  const bundle = join(projectRoot(), "build", "server", "index.js");
  if (!existsSync(bundle)) throw new Error("The site is not built: npm run build");
  const build = (await import(/* @vite-ignore */ bundle)) as ServerBuild;
  const platform = await testPlatform(environment);
  const { webApp: makeApp } = build.entry.module as unknown as { webApp: typeof webApp };
  const app = makeApp({ platform, build, onWrite: () => {} });
  const origin = platform.config.origin;

  function send(
    path: string,
    init: RequestInit,
    { cookie, headers }: RequestOptions = {},
  ): Promise<Response> {
    const own = { Origin: origin, ...(cookie ? { Cookie: cookie } : {}), ...headers };
    return Promise.resolve(
      app.fetch(new Request(origin + path, { ...init, headers: own, redirect: "manual" })),
    );
  }

  return {
    platform,
    get: (path, options) => send(path, {}, options),
    post: (path, fields, options) =>
      send(
        path,
        { method: "POST", body: fields instanceof FormData ? fields : new URLSearchParams(fields) },
        options,
      ),
    send,
  };
}

/** Cookie header of a member who signed in. */
export async function signedIn(platform: TestPlatform, memberId: number): Promise<string> {
  const sessions = sessionsOf(platform);
  const session = await sessions.createSession(memberId, {});
  return `${sessions.sessionCookieName}=${session.id}`;
}
