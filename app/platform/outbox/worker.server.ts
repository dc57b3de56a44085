import type { Clock } from "~/platform/clock/clock";
import type { Client, DatabaseKind } from "~/platform/db/client.server";
import type { Log } from "~/platform/log/log.server";
import { fanOutEvents } from "./fanning-out.server";
import { finishLease, leaseDeliveries, returnLease } from "./leasing.server";
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
  #isStopping = false;
  #running: Promise<void> = Promise.resolve();
  #wake: () => void = () => {};

  constructor(ctx: Ctx, subscriptions: Subscriptions<Ctx>, jobs: readonly Listener<Ctx>[] = []) {
    this.#ctx = ctx;
    this.#subscriptions = subscriptions;
    this.#listeners = [...new Set([...Object.values(subscriptions).flat(), ...jobs])];
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
    this.#wake();
    await this.#running;
  }

  /** Works until nothing is due and answers how many deliveries were handled. For commands and tests. */
  async drain(): Promise<number> {
    let handled = 0;
    for (;;) {
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
        await this.drain();
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

  async #deliver(listener: Listener<Ctx>): Promise<number> {
    const lease = await leaseDeliveries(this.#ctx, listener.name, listener.batchSize);
    if (lease.deliveries.length === 0) return 0;
    try {
      await listener.handle(this.#ctx, lease.deliveries);
      await finishLease(this.#ctx, lease);
    } catch (error) {
      this.#ctx.log.warn({ err: error, listener: listener.name }, "delivery failed, will be tried again");
      await returnLease(this.#ctx, lease, error);
    }
    return lease.deliveries.length;
  }
}
