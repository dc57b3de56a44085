import type { Config } from "~/platform/config/config.server";
import type { Clock } from "~/platform/clock/clock";

const longestAgeMs = 5_000;

/** The configuration stands for the process's platform: contexts and transactions copy everything else around it. */
interface Owner {
  config: Config;
  clock: Clock;
}

/**
 * One answer kept for a few seconds per platform. The process that writes calls `drop` after its commit and reads the
 * new answer at once; other processes see it when the old one has aged. A reading that was under way when `drop` was
 * called is not kept.
 */
export function shortCache<Ctx extends Owner, Value>(read: (ctx: Ctx) => Promise<Value>) {
  const kept = new WeakMap<Config, { value: Promise<Value>; readAt: number }>();

  function get(ctx: Ctx): Promise<Value> {
    const now = ctx.clock.now().getTime();
    const known = kept.get(ctx.config);
    if (known && Math.abs(now - known.readAt) < longestAgeMs) return known.value;
    const entry = { value: read(ctx), readAt: now };
    kept.set(ctx.config, entry);
    entry.value.catch(() => {
      if (kept.get(ctx.config) === entry) kept.delete(ctx.config);
    });
    return entry.value;
  }

  return { get, drop: (ctx: Owner) => void kept.delete(ctx.config) };
}
