import { OutboxWorker } from "~/platform/outbox/worker.server";
import type { Platform } from "~/platform/platform";
import { awaited, subscriptions } from "./subscriptions.server";

/** Hands every waiting event to its listeners before a command ends, telling how many are left now and then. */
export async function drainOutbox(
  platform: Platform,
  onProgress: (left: number, total: number) => void,
): Promise<void> {
  const waiting = () => platform.db.outbox.count({ where: { finishedAt: null, failedAt: null } });
  const worker = new OutboxWorker(platform, subscriptions, awaited);
  const total = await waiting();
  const timer = setInterval(() => {
    waiting().then(
      (left) => onProgress(Math.min(left, total), total),
      () => {},
    );
  }, 250);
  try {
    await worker.drain();
  } finally {
    clearInterval(timer);
  }
}
