import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { leaseMs } from "~/platform/outbox/leasing.server";
import { OutboxWorker } from "~/platform/outbox/worker.server";
import { testPlatform } from "../../setup/platform";
import { countingListener, eventType } from "./counting-worker";

const platform = await testPlatform();
const { db, clock } = platform;
const program = fileURLToPath(new URL("./worker-process.mjs", import.meta.url));
const events = 40;

afterEach(async () => {
  await db.outbox.deleteMany({});
  await db.sequence.deleteMany({});
});

async function happen() {
  const at = { createdAt: clock.now(), runAt: clock.now() };
  const data = Array.from({ length: events }, (_, number) => ({
    type: eventType,
    payload: { number },
    ...at,
  }));
  await db.outbox.createMany({ data });
}

/** A worker that is ready to begin; it hangs after so many deliveries. */
async function aProcess(hangAfter: number): Promise<ChildProcess> {
  const child = fork(program, [platform.config.databaseUrl, String(hangAfter)], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  await hear(child);
  return child;
}

async function kill(child: ChildProcess) {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await ended;
}

/** What another worker does from now on, first while the lease of the killed one still holds, then afterwards. */
async function goOn() {
  const worker = new OutboxWorker(platform, { [eventType]: [countingListener(async () => {})] });
  await worker.drain();
  // The lease is counted from the killed process's own clock.
  clock.advance(Date.now() - clock.now().getTime() + leaseMs + 2_000);
  await worker.drain();
}

/** How often each number was handled. */
async function handled(): Promise<number[]> {
  const rows = await db.sequence.findMany();
  const byName = new Map(rows.map(({ name, value }) => [name, value]));
  return Array.from({ length: events }, (_, number) => byName.get(`handled-${number}`) ?? 0);
}

test("a worker killed in the middle of a batch loses nothing and repeats only that batch", async () => {
  const child = await aProcess(15);
  await happen();
  child.send("go");
  await hear(child);
  await kill(child);
  expect((await handled()).reduce((sum, count) => sum + count)).toBe(15);

  await goOn();
  const counts = await handled();
  expect(counts.slice(0, 10)).toEqual(Array(10).fill(1));
  expect(counts.slice(10, 15)).toEqual(Array(5).fill(2));
  expect(counts.slice(15)).toEqual(Array(25).fill(1));
  expect(await db.outbox.count({ where: { finishedAt: null } })).toBe(0);
}, 60_000);

test.each([1, 12, 33])(
  "of a worker killed around delivery %d nothing is lost",
  async (around) => {
    const child = await aProcess(Infinity);
    await happen();
    child.send("go");
    // Killed when the row of a delivery appears: it may be anywhere between handling, finishing and leasing by then.
    while (!(await db.sequence.findUnique({ where: { name: `handled-${around}` } }))) await nextTurn();
    await kill(child);
    await goOn();
    const counts = await handled();
    expect(Math.min(...counts)).toBe(1);
    expect(counts.filter((count) => count > 1).length).toBeLessThanOrEqual(10);
    expect(await db.outbox.count({ where: { finishedAt: null } })).toBe(0);
  },
  60_000,
);

/** The next thing a process says; a process that ends without saying it fails the test at once. */
function hear(child: ChildProcess): Promise<unknown> {
  return new Promise((heard, failed) => {
    child.once("message", heard);
    child.once("exit", (code) => failed(new Error(`ended with ${code}`)));
  });
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
