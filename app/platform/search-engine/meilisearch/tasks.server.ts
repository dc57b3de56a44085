import { setTimeout as sleep } from "node:timers/promises";
import type { EnqueuedTask, Meilisearch, Task } from "meilisearch";
import { isTimeout, isWorthRetrying, unavailableFrom } from "./failures";

const firstPauseMs = 20;
const longestPauseMs = 500;

/** The task of a write reached its end. Ending is not succeeding: read the status. */
type FinishedTask = Task & { status: "succeeded" | "failed" | "canceled" };

/** Asks until the task has ended; undefined when the time was over first. One lost answer is not the end. */
export async function finishedTask(
  admin: Meilisearch,
  taskId: number,
  timeoutMs: number,
): Promise<FinishedTask | undefined> {
  const endsAt = performance.now() + timeoutMs;
  let pauseMs = firstPauseMs;
  for (;;) {
    const task = await askOnce(admin, taskId, endsAt);
    if (task && isFinished(task)) return task;
    if (performance.now() + pauseMs > endsAt) return undefined;
    await sleep(pauseMs);
    pauseMs = Math.min(pauseMs * 2, longestPauseMs);
  }
}

/** For steps of which each needs the one before: waits and throws unless the task succeeded. */
export async function succeed(
  admin: Meilisearch,
  enqueued: Promise<EnqueuedTask>,
  timeoutMs: number,
): Promise<void> {
  const { taskUid } = await enqueued;
  const task = await finishedTask(admin, taskUid, timeoutMs);
  if (!task) throw new TaskFailed(`task ${taskUid} did not end in time`, undefined);
  if (task.status !== "succeeded") throw new TaskFailed(`task ${taskUid} ${task.status}`, task.error?.code);
}

export class TaskFailed extends Error {
  override readonly name = "TaskFailed";

  constructor(
    message: string,
    readonly code: string | undefined,
  ) {
    super(code ? `${message}: ${code}` : message);
  }
}

async function askOnce(admin: Meilisearch, taskId: number, endsAt: number): Promise<Task | undefined> {
  const left = Math.max(1, Math.ceil(endsAt - performance.now()));
  try {
    return await admin.tasks.getTask(taskId, { signal: AbortSignal.timeout(left) });
  } catch (error) {
    // Its own time being over is no failure: what became of the task is not known yet.
    if (!isTimeout(error) && !isWorthRetrying(error)) throw unavailableFrom(error);
    return undefined;
  }
}

function isFinished(task: Task): task is FinishedTask {
  return task.status !== "enqueued" && task.status !== "processing";
}
