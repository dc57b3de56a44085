import { setTimeout as sleep } from "node:timers/promises";
import type { Meilisearch } from "meilisearch";
import type { Viewer } from "../port";
import { isAuthFailure, isWorthRetrying, unavailableFrom } from "./failures";
import type { ReadingKeys } from "./reading-keys.server";

const retryPauseMs = 40;

/** What goes with one request: the reader's token and the signal that ends it. */
export interface RequestExtras {
  signal: AbortSignal;
  headers?: Record<string, string>;
}

export interface Deadline {
  signal: AbortSignal | undefined;
  budgetMs: number;
}

/** Sends the requests of one reader: signed for them, ended in time, and tried once more where that may help. */
export class Reader {
  constructor(
    readonly client: Meilisearch,
    readonly keys: ReadingKeys,
  ) {}

  async ask<T>(
    viewer: Viewer,
    deadline: Deadline,
    request: (client: Meilisearch, extras: RequestExtras) => Promise<T>,
  ): Promise<T> {
    // The client's own timeout does nothing once a request brings a signal, so the deadline is part of the signal.
    const signal = AbortSignal.any([
      ...(deadline.signal ? [deadline.signal] : []),
      AbortSignal.timeout(deadline.budgetMs),
    ]);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#once(viewer, signal, request);
      } catch (error) {
        deadline.signal?.throwIfAborted();
        const isLast = attempt > 1 || signal.aborted;
        if (isAuthFailure(error)) this.keys.forget();
        else if (isLast || !isWorthRetrying(error)) throw unavailableFrom(error);
        const unavailable = unavailableFrom(error);
        if (isLast || (unavailable.retryAfterMs ?? 0) > deadline.budgetMs) throw unavailable;
        await sleep(retryPauseMs * (1 + Math.random()));
      }
    }
  }

  async #once<T>(
    viewer: Viewer,
    signal: AbortSignal,
    request: (client: Meilisearch, extras: RequestExtras) => Promise<T>,
  ): Promise<T> {
    signal.throwIfAborted();
    const token = await untilAborted(this.keys.tokenFor(viewer), signal);
    return request(this.client, {
      signal,
      ...(token ? { headers: { Authorization: `Bearer ${token}` } } : {}),
    });
  }
}

/** Looking for the keys is shared by many requests and goes on; this one stops waiting for it. */
function untilAborted<T>(shared: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    signal.addEventListener("abort", stop, { once: true });
    shared.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
