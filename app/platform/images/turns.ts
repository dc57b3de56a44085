export interface Turns {
  /** Does the work when it is its turn, or null at once when too many wait already. */
  take<Value>(work: () => Promise<Value>): Promise<Value> | null;
}

/** At most so many pieces of work at once, first come first served. */
export function makeTurns({ atOnce, maxWaiting }: { atOnce: number; maxWaiting: number }): Turns {
  const waiting: (() => void)[] = [];
  let running = 0;

  return {
    take(work) {
      if (running >= atOnce && waiting.length >= maxWaiting) return null;
      return doInTurn(work);
    },
  };

  async function doInTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift(); // hands its own place on
      if (next) next();
      else running--;
    }
  }
}
