import pino from "pino";
import { systemClock } from "~/platform/clock/clock";
import type { Client } from "~/platform/db/client.server";
import { openDatabase } from "~/platform/db/open.server";
import type { Listener } from "~/platform/outbox/listener";
import { OutboxWorker } from "~/platform/outbox/worker.server";

export const eventType = "thing.happened";

/** Counts in the database how often it was handed each number, one after the other. */
export function countingListener(afterEach: () => Promise<void>): Listener<{ db: Client }> {
  return {
    name: "counting",
    batchSize: 10,
    async handle({ db }, deliveries) {
      for (const { payload } of deliveries) {
        const name = `handled-${payload.number as number}`;
        await db.sequence.upsert({
          where: { name },
          create: { name, value: 1 },
          update: { value: { increment: 1 } },
        });
        await afterEach();
      }
    },
  };
}

/** Works until it is killed. After so many deliveries it says so and hangs in the middle of its batch. */
export async function workHere(url: string, hangAfter: number, onHanging: () => void): Promise<void> {
  const { client, kind } = openDatabase(url);
  let handled = 0;
  const listener = countingListener(async () => {
    if (++handled < hangAfter) return;
    onHanging();
    await new Promise(() => {});
  });
  const ctx = { db: client, databaseKind: kind, clock: systemClock, log: pino({ level: "silent" }) };
  new OutboxWorker(ctx, { [eventType]: [listener] }).start();
}
