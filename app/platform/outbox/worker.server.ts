import type { Clock } from "~/platform/clock/clock";
import type { Client, DatabaseKind } from "~/platform/db/client.server";
import type { Log } from "~/platform/log/log.server";
import { fanOutEvents } from "./fanning-out.server";
import { finishLease, leaseDeliveries, leaseMs, renewLease, returnLease } from "./leasing.server";
import type { Listener, Subscriptions } from "./listener";

const idlePauseMs = 500;

interface WorkerContext {
  db: Client;
  clock: Clock;
  log: Log;
  databaseKind: DatabaseKind;
}

/** Hands events to listeners until it is stopped. Any number of workers may run on one database. */
export class OutboxWorker<Ctx extends WorkerContext> {
  readonly #ctx: Ctx;
  readonly #subscriptions: Subscriptions<Ctx>;
  readonly #listeners: Listener<Ctx>[];
  readonly #longListeners: Listener<Ctx>[];
  /** By the name of the listener: what goes on beside the rest. */
  readonly #longWork = new Map<string, Promise<number>>();
  readonly #ending = new AbortController();
  #isStopping = false;
  #running: Promise<void> = Promise.resolve();
  #wake: () => void = () => {};

  constructor(ctx: Ctx, subscriptions: Subscriptions<Ctx>, jobs: readonly Listener<Ctx>[] = []) {
    this.#ctx = ctx;
    this.#subscriptions = subscriptions;
    const all = [...new Set([...Object.values(subscriptions).flat(), ...jobs])];
    this.#listeners = all.filter(({ isLong }) => !isLong);
    this.#longListeners = all.filter(({ isLong }) => isLong);
  }

  start(): void {
    this.#running = this.#run();
  }

  /** Looks for work now instead of after the pause: called when this process has just written an event. */
  poke(): void {
    this.#wake();
  }

  /** Lets the batch at hand end, then stops. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    this.#ending.abort();
    this.#wake();
    await this.#running;
    await Promise.all(this.#longWork.values());
  }

  /** Works until nothing is due and answers how many deliveries were handled. For commands and tests. */
  async drain(): Promise<number> {
    for (let handled = 0; ;) {
      const short = await this.#drainShort();
      const long = await Promise.all(this.#longListeners.map((listener) => this.#beside(listener)));
      const now = long.reduce((sum, count) => sum + count, short);
      handled += now;
      if (now === 0) return handled;
    }
  }

  async #drainShort(): Promise<number> {
    for (let handled = 0; ;) {
      const before = handled;
      const events = await fanOutEvents(this.#ctx, (type) => this.#listenersOf(type));
      for (const listener of this.#listeners) handled += await this.#deliver(listener);
      if (events === 0 && handled === before) return handled;
    }
  }

  async #run(): Promise<void> {
    while (!this.#isStopping) {
      const pause = new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, idlePauseMs);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      try {
        await this.#drainShort();
        for (const listener of this.#longListeners) void this.#beside(listener);
      } catch (error) {
        // The database may be away for a moment; the rows are still there when it comes back.
        this.#ctx.log.error({ err: error }, "outbox worker");
      }
      if (!this.#isStopping) await pause;
    }
  }

  #listenersOf(type: string): string[] {
    return (this.#subscriptions[type] ?? []).map((listener) => listener.name);
  }

  /** Begins what takes long, unless it goes on already. */
  #beside(listener: Listener<Ctx>): Promise<number> {
    const going = this.#longWork.get(listener.name);
    if (going) return going;
    const work = this.#deliver(listener)
      .catch((error: unknown) => {
        this.#ctx.log.error({ err: error, listener: listener.name }, "outbox worker");
        return 0;
      })
      .finally(() => this.#longWork.delete(listener.name));
    this.#longWork.set(listener.name, work);
    return work;
  }

  async #deliver(listener: Listener<Ctx>): Promise<number> {
    const lease = await leaseDeliveries(this.#ctx, listener.name, listener.batchSize);
    if (lease.deliveries.length === 0) return 0;
    const renewing = listener.isLong
      ? setInterval(() => void renewLease(this.#ctx, lease).catch(() => {}), leaseMs / 3)
      : undefined;
    try {
      await listener.handle(this.#ctx, lease.deliveries, this.#ending.signal);
      await finishLease(this.#ctx, lease);
    } catch (error) {
      this.#ctx.log.warn({ err: error, listener: listener.name }, "delivery failed, will be tried again");
      await returnLease(this.#ctx, lease, error);
    } finally {
      clearInterval(renewing);
    }
    return lease.deliveries.length;
  }
}
