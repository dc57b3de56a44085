import { once } from "node:events";
import { connect } from "node:net";
import { expect, test, vi } from "vitest";
import { aMember } from "../../factories/members";
import { aDiscussion } from "../../factories/topics";
import { testPlatform } from "../../setup/platform";
import { freePort, hearback, startHearback } from "./hearback";

const platform = await testPlatform();

async function start() {
  const port = String(await freePort());
  const env = { PORT: port, ORIGIN: `http://127.0.0.1:${port}` };
  const site = startHearback(platform, ["start", "--json"], { env });
  const { address, firstAdminLink } = (await site.ready) as {
    address: string;
    firstAdminLink: string | null;
  };
  return {
    ...{ port, address, firstAdminLink },
    async stop() {
      site.kill("SIGTERM");
      return (await site.ended).code;
    },
  };
}

async function opens(link: string | null, { address }: { address: string }): Promise<number> {
  const { pathname } = new URL(link ?? "");
  return (await fetch(address + pathname, { redirect: "manual" })).status;
}

test("each start without an admin prints a link of its own, and only the last one opens", async () => {
  const first = await start();
  expect(await opens(first.firstAdminLink, first)).toBe(200);
  expect(await first.stop()).toBe(0);

  const second = await start();
  expect(second.firstAdminLink).not.toBe(first.firstAdminLink);
  expect([await opens(second.firstAdminLink, second), await opens(first.firstAdminLink, second)]).toEqual([
    200, 404,
  ]);
  expect(await second.stop()).toBe(0);
}, 60_000);

test("a start with an admin prints no link; a taken port is said in a sentence", async () => {
  await aMember(platform, { role: "admin" });
  const site = await start();
  expect(site.firstAdminLink).toBeNull();
  const other = await hearback(platform, ["start"], { env: { PORT: site.port } });
  expect([other.code, other.stderr]).toEqual([
    1,
    `Port ${site.port} is in use. Stop what listens there or set PORT to another one.\n`,
  ]);
  expect(await site.stop()).toBe(0);
}, 60_000);

test("a page tells how many statements it sent only when a bench asks for it", async () => {
  const site = await start();
  expect((await fetch(`${site.address}/`)).headers.get("x-query-count")).toBeNull();
  await site.stop();
}, 60_000);

test("a worker hands on what others wrote, and ends when it is told to", async () => {
  const worker = startHearback(platform, ["worker", "--json"]);
  expect(await worker.ready).toEqual({ running: true });
  const { id } = await aDiscussion(platform);
  const isFound = async () => (await platform.search.listIds()).some((known) => known.id === `t${id}`);
  await vi.waitFor(async () => expect(await isFound()).toBe(true), { timeout: 30_000, interval: 50 });
  worker.kill("SIGTERM");
  expect((await worker.ended).code).toBe(0);
}, 60_000);

test("a request that never ends keeps nobody from stopping it", async () => {
  const site = await start();
  const socket = connect(Number(site.port), "127.0.0.1");
  socket.on("error", () => {});
  await once(socket, "connect");
  socket.write("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nabc");
  // Asked later and answered, so the other one is being read by then.
  expect((await fetch(`${site.address}/health`)).status).toBe(200);
  expect(await site.stop()).toBe(0);
  socket.destroy();
}, 60_000);
