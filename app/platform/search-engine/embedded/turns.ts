import { setImmediate as nextTurn } from "node:timers/promises";

const sliceMs = 6;

/** Hands out items one by one and lets everything else in the process run whenever a slice of time is used up. */
export async function* inTurns<T>(items: readonly T[]): AsyncGenerator<T> {
  let sliceEndsAt = performance.now() + sliceMs;
  for (const item of items) {
    if (performance.now() > sliceEndsAt) {
      await nextTurn();
      sliceEndsAt = performance.now() + sliceMs;
    }
    yield item;
  }
}
