import { afterAll, afterEach, expect, test } from "vitest";
import { days, hours, minutes } from "~/platform/clock/clock";
import { openDatabase } from "~/platform/db/open.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { appendEvent, scheduleJob } from "~/platform/outbox/append.server";
import { leaseMs } from "~/platform/outbox/leasing.server";
import type { Delivery, Listener } from "~/platform/outbox/listener";
import { OutboxWorker } from "~/platform/outbox/worker.server";
import type { Platform } from "~/platform/platform";
import { testPlatform } from "../../setup/platform";

const platform = await testPlatform();
const { db, clock } = platform;
/** Another process's view of the same database. */
const elsewhere = openDatabase(platform.config.databaseUrl);
afterAll(() => elsewhere.close());

afterEach(async () => {
  await db.outbox.deleteMany({});
});

type Handle = (deliveries: readonly Delivery[]) => Promise<void> | void;

/** A listener that notes what it hears; `begun` resolves with the first batch. */
function aListener(
  name: string,
  { batchSize = 10, handle = () => {} }: { batchSize?: number; handle?: Handle } = {},
) {
  const batches: number[][] = [];
  let begin = () => {};
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const listener: Listener<Platform> = {
    name,
    batchSize,
    async handle(_ctx, deliveries) {
      batches.push(deliveries.map(({ payload }) => payload.number as number));
      begin();
      await handle(deliveries);
    },
  };
  return { listener, batches, begun, heard: () => batches.flat() };
}

function aWorker(listeners: Listener<Platform>[], jobs: Listener<Platform>[] = [], on: Platform = platform) {
  return new OutboxWorker(on, { "thing.happened": listeners }, jobs);
}

async function happen(...numbers: number[]) {
  for (const number of numbers)
    await inTransaction(platform, (tx) => appendEvent(tx, { type: "thing.happened", payload: { number } }));
}

test("every listener of an event hears it once", async () => {
  const [one, other] = [aListener("one"), aListener("other")];
  await happen(1, 2, 3);
  const worker = aWorker([one.listener, other.listener]);
  expect(await worker.drain()).toBe(6);
  expect([one.heard(), other.heard()]).toEqual([
    [1, 2, 3],
    [1, 2, 3],
  ]);
  expect(await worker.drain()).toBe(0);
});

test("what was rolled back was never announced", async () => {
  const { listener, heard } = aListener("one");
  const failing = inTransaction(platform, async (tx) => {
    await appendEvent(tx, { type: "thing.happened", payload: { number: 1 } });
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  await aWorker([listener]).drain();
  expect(heard()).toEqual([]);
});

test("an event nobody listens to is done with", async () => {
  await inTransaction(platform, (tx) => appendEvent(tx, { type: "thing.ignored", payload: {} }));
  await aWorker([]).drain();
  expect(await db.outbox.count({ where: { finishedAt: null } })).toBe(0);
});

test("deliveries come in batches of the size asked for, oldest first", async () => {
  const { listener, batches } = aListener("one", { batchSize: 2 });
  await happen(1, 2, 3, 4, 5);
  await aWorker([listener]).drain();
  expect(batches).toEqual([[1, 2], [3, 4], [5]]);
});

test("a listener that fails hears again, later each time, and holds up nobody else", async () => {
  const failing = aListener("failing", {
    handle: () => {
      throw new Error("the index is away");
    },
  });
  const fine = aListener("fine");
  const worker = aWorker([failing.listener, fine.listener]);
  await happen(1);
  await worker.drain();
  let before = clock.now().getTime();
  for (let attempt = 1; attempt <= 12; attempt++) {
    const { runAt, attempts, lastError } = await db.outbox.findFirstOrThrow({
      where: { listener: "failing" },
    });
    const pause = runAt.getTime() - before;
    const expected = Math.min(minutes(30), 2_000 * 2 ** (attempt - 1));
    expect(attempts).toBe(attempt);
    expect(lastError).toBe("the index is away");
    expect(pause).toBeGreaterThanOrEqual(expected * 0.75);
    expect(pause).toBeLessThanOrEqual(expected * 1.25);
    clock.advance(pause - 1);
    expect(await worker.drain()).toBe(0);
    clock.advance(1);
    before = clock.now().getTime();
    expect(await worker.drain()).toBe(1);
  }
  expect(fine.heard()).toEqual([1]);
});

test("after twenty attempts a delivery rests as failed, for doctor to show", async () => {
  const { listener, heard } = aListener("hopeless", {
    handle: () => {
      throw new Error("never");
    },
  });
  const worker = aWorker([listener]);
  await happen(1);
  for (let round = 0; round < 30; round++) {
    await worker.drain();
    clock.advance(hours(1));
  }
  expect(heard()).toHaveLength(20);
  const row = await db.outbox.findFirstOrThrow({ where: { listener: "hopeless" } });
  expect([row.attempts, row.failedAt !== null, row.finishedAt]).toEqual([20, true, null]);
});

test("one delivery that never succeeds does not take those beside it along", async () => {
  const handled = new Set<number>();
  const { listener } = aListener("picky", {
    batchSize: 50,
    handle: (deliveries) => {
      if (deliveries.some(({ payload }) => payload.number === 7)) throw new Error("not seven");
      for (const { payload } of deliveries) handled.add(payload.number as number);
    },
  });
  const worker = aWorker([listener]);
  await happen(...Array.from({ length: 20 }, (_, index) => index));
  for (let round = 0; round < 30; round++) {
    await worker.drain();
    clock.advance(hours(1));
  }
  expect([...handled].sort((a, b) => a - b)).toEqual([
    0,
    1,
    2,
    3,
    4,
    5,
    6,
    ...Array.from({ length: 12 }, (_, i) => i + 8),
  ]);
  expect(await db.outbox.count({ where: { failedAt: { not: null } } })).toBe(1);
});

test("a delivery belongs to one worker until its lease runs out, then to the next", async () => {
  let finish = () => {};
  const hanging = new Promise<void>((resolve) => (finish = resolve));
  const slow = aListener("busy", { handle: () => hanging });
  const quick = aListener("busy");
  await happen(1);
  const first = aWorker([slow.listener]).drain();
  await slow.begun;

  const second = aWorker([quick.listener], [], { ...platform, db: elsewhere.client });
  await second.drain();
  clock.advance(leaseMs - 1_000);
  await second.drain();
  expect(quick.heard()).toEqual([]);
  clock.advance(2_000);
  await second.drain();
  expect(quick.heard()).toEqual([1]);

  finish();
  await first;
  const row = await db.outbox.findFirstOrThrow({ where: { listener: "busy" } });
  expect([row.attempts, row.finishedAt !== null]).toEqual([0, true]);
});

test("a worker that comes back late with a failure does not undo what another has done", async () => {
  let fail = (_error: Error) => {};
  const hanging = new Promise<void>((_, reject) => (fail = reject));
  const slow = aListener("late", { handle: () => hanging });
  const quick = aListener("late");
  await happen(1);
  const first = aWorker([slow.listener]).drain();
  await slow.begun;
  clock.advance(leaseMs + 1_000);
  await aWorker([quick.listener], [], { ...platform, db: elsewhere.client }).drain();
  fail(new Error("too late"));
  await first;
  const row = await db.outbox.findFirstOrThrow({ where: { listener: "late" } });
  expect([row.attempts, row.finishedAt !== null, quick.heard()]).toEqual([0, true, [1]]);
});

test("two workers at once handle every delivery once", async () => {
  const [one, other] = [aListener("shared", { batchSize: 7 }), aListener("shared", { batchSize: 7 })];
  const numbers = Array.from({ length: 300 }, (_, index) => index);
  await db.outbox.createMany({
    data: numbers.map((number) => ({
      ...{ type: "thing.happened", payload: { number } },
      createdAt: clock.now(),
      runAt: clock.now(),
    })),
  });
  const workers = [
    aWorker([one.listener]),
    aWorker([other.listener], [], { ...platform, db: elsewhere.client }),
  ];
  await Promise.all(workers.map((worker) => worker.drain()));
  const heard = [...one.heard(), ...other.heard()];
  expect(heard.sort((a, b) => a - b)).toEqual(numbers);
  expect(await db.outbox.count({ where: { finishedAt: null } })).toBe(0);
});

test("a job runs when its time has come, and once however many ask for it", async () => {
  const { listener, batches } = aListener("nightly", { batchSize: 1 });
  const runAt = new Date(clock.now().getTime() + minutes(5));
  const ask = (on: { db: Platform["db"] }) =>
    scheduleJob({ ...platform, ...on }, { listener: "nightly", payload: {}, runAt, uniqueKey: "nightly@1" });
  const answers = await Promise.allSettled(
    Array.from({ length: 10 }, (_, index) => ask(index % 2 ? platform : { db: elsewhere.client })),
  );
  expect(answers.some(({ status }) => status === "fulfilled")).toBe(true);
  const worker = aWorker([], [listener]);
  await worker.drain();
  expect(batches).toHaveLength(0);
  clock.advance(minutes(5));
  await worker.drain();
  await ask(platform);
  await worker.drain();
  expect(batches).toHaveLength(1);

  await scheduleJob(platform, { listener: "nightly", payload: {}, runAt, uniqueKey: "nightly@2" });
  clock.advance(days(1));
  await worker.drain();
  expect(batches).toHaveLength(2);
});

test("a worker that is told to stop lets the batch at hand end", async () => {
  let finish = () => {};
  const working = new Promise<void>((resolve) => (finish = resolve));
  const { listener, begun } = aListener("stopping", { handle: () => working });
  await happen(1);
  const worker = aWorker([listener]);
  worker.start();
  await begun;
  const stopped = worker.stop();
  finish();
  await stopped;
  expect(await db.outbox.count({ where: { listener: "stopping", finishedAt: null } })).toBe(0);
});
