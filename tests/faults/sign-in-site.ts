import { Agent, request } from "node:http";
import { hashPassword } from "~/features/auth/passwords.server";
import { aMember } from "../factories/members";
import { freePort, type Running, startHearback } from "../features/wiring/hearback";
import { testPlatform, type TestPlatform } from "../setup/platform";

export const password = "nine kites over harbour";

export interface Answer {
  status: number;
  /** Milliseconds until the last byte. */
  took: number;
  cookies: string[];
}

export interface SignInSite {
  platform: TestPlatform;
  address: string;
  /** A form from a network of this number; a new one where none is named. */
  post(
    path: string,
    fields: Record<string, string>,
    from?: { network?: number; cookie?: string },
  ): Promise<Answer>;
  get(path: string): Promise<Answer>;
  stop(): Promise<void>;
}

let networks = 0;

/** The built site in a process of its own, behind one proxy that says where each request comes from. */
export async function aSignInSite(): Promise<SignInSite> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const platform = await testPlatform({ ORIGIN: address });
  const env = { PORT: String(port), ORIGIN: address, TRUST_PROXY: "1", WORKER: "off" };
  const site: Running = startHearback(platform, ["start", "--json"], {
    env: { ...env, SESSION_SECRET: "a secret of tests that is long enough" },
  });
  await site.ready;
  const agent = new Agent({ keepAlive: true, maxSockets: 400 });

  function send(path: string, body: string | null, headers: Record<string, string>): Promise<Answer> {
    const began = performance.now();
    return new Promise((resolve, reject) => {
      const asked = request(
        address + path,
        { agent, method: body === null ? "GET" : "POST", headers },
        (answer) => {
          answer.resume();
          answer.once("end", () =>
            resolve({
              status: answer.statusCode!,
              took: performance.now() - began,
              cookies: answer.headers["set-cookie"] ?? [],
            }),
          );
        },
      );
      asked.once("error", reject);
      asked.end(body);
    });
  }

  return {
    platform,
    address,
    get: (path) => send(path, null, { Accept: "text/html" }),
    post(path, fields, { network = ++networks, cookie = "" } = {}) {
      const body = new URLSearchParams(fields).toString();
      return send(path, body, {
        Origin: address,
        "Content-Type": "application/x-www-form-urlencoded",
        "Content-Length": String(Buffer.byteLength(body)),
        "X-Forwarded-For": addressIn(network),
        ...(cookie && { Cookie: cookie }),
      });
    },
    async stop() {
      agent.destroy();
      site.kill("SIGTERM");
      await site.ended;
    },
  };
}

/** Members who can all sign in by the same password. */
export async function membersWithPassword(
  platform: TestPlatform,
  prefix: string,
  count: number,
): Promise<string[]> {
  const passwordHash = await hashPassword(password, "");
  const names = Array.from({ length: count }, (_, index) => `${prefix}-${index}`);
  for (const name of names) await aMember(platform, { name, passwordHash });
  return names;
}

function addressIn(network: number): string {
  return `${10 + ((network >> 16) & 63)}.${(network >> 8) & 255}.${network & 255}.7`;
}
