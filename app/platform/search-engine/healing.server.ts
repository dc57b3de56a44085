import { randomUUID } from "node:crypto";
import type { Clock } from "../clock/clock";
import type { Backlog, BacklogEntry } from "./backlog.server";
import { Circuit } from "./circuit";
import type { EmbeddedEngine } from "./embedded.server";
import { SearchUnavailable, SearchWriteFailed } from "./errors";
import type { MeilisearchEngine } from "./meilisearch.server";
import type { SearchDocument } from "./port";

const probeTimeoutMs = 2_000;
const documentsPerDelivery = 200;
const deliveryTimeoutMs = 60_000;
const deliveryLeaseMs = 2 * 60_000;
const refillLeaseMs = 5 * 60_000;

/** Watches over the first engine of two: whether it may be asked, and what it takes until it may be again. */
export class Healing {
  /** Why the first engine is not asked, for the page that shows the health of search. */
  problem: string | undefined;
  readonly #circuit: Circuit;
  readonly #holder = randomUUID();
  /** Whether its index is the one this release wants. Unknown is no. */
  #isReady = false;
  #running: Promise<void> | undefined;

  constructor(
    readonly first: MeilisearchEngine,
    readonly second: EmbeddedEngine,
    readonly backlog: Backlog,
    clock: Clock,
  ) {
    this.#circuit = new Circuit(clock);
  }

  /** It answers, has the right index, and has every write the second has. */
  get isUsable(): boolean {
    return this.#circuit.isClosed && this.#isReady && this.backlog.isClear;
  }

  succeeded(): void {
    this.#circuit.succeeded();
  }

  failed(error: unknown): void {
    this.problem = describe(error);
    this.#circuit.failed();
    // A server that lost its index, or came back with an older one, has to be looked at before it is asked again.
    if (error instanceof SearchUnavailable && error.reason === "not-ready") this.#isReady = false;
  }

  /** Brings the first engine back if it can be. Never throws; callers need not wait. */
  async heal(): Promise<void> {
    if (this.isUsable || (!this.#running && !this.#circuit.mayProbe())) return;
    this.#running ??= this.#tryHealing().finally(() => (this.#running = undefined));
    await this.#running;
  }

  async #tryHealing(): Promise<void> {
    try {
      // The words that all processes share, not those this one was started with: another may have changed them.
      const schema = await this.second.schema();
      if (!schema) return;
      if (!(await this.first.isHealthy(probeTimeoutMs))) throw new SearchUnavailable("down");
      if ((await this.first.prepare(schema)) === "needs-rebuild") this.backlog.wantRefill();
      // An engine that was never filled itself would empty the other. Its own rebuild ends with healing.
      if (this.backlog.isRefillWanted && !(await this.second.isFilled())) return;
      if (this.backlog.isRefillWanted) await this.#refill();
      this.#isReady = true;
      await this.#deliver();
      this.#circuit.succeeded();
      this.problem = undefined;
    } catch (error) {
      this.problem = describe(error);
      this.#circuit.open();
    }
  }

  /** From the second engine's documents: the database need not know that a server was lost. */
  async #refill(): Promise<void> {
    if (!this.backlog.claim("refill", this.#holder, refillLeaseMs)) throw new SearchUnavailable("not-ready");
    try {
      await this.first.rebuild(this.#documents(), { catchUp: nothing });
      this.backlog.refilled();
    } finally {
      this.backlog.release("refill", this.#holder);
    }
  }

  /** Each page renews the right to refill, so that it ends soon when this process does. */
  async *#documents(): AsyncGenerator<SearchDocument[]> {
    for await (const page of this.second.documents()) {
      this.backlog.claim("refill", this.#holder, refillLeaseMs);
      yield page;
    }
  }

  async #deliver(): Promise<void> {
    for (;;) {
      const entries = this.backlog.first(documentsPerDelivery);
      if (entries.length === 0) return;
      if (!this.backlog.claim("deliver", this.#holder, deliveryLeaseMs))
        throw new SearchUnavailable("not-ready");
      try {
        await this.#send(entries);
        this.backlog.done(entries);
      } finally {
        this.backlog.release("deliver", this.#holder);
      }
    }
  }

  async #send(entries: readonly BacklogEntry[]): Promise<void> {
    const upsert: SearchDocument[] = [];
    const remove: string[] = [];
    for (const { id } of entries) {
      const document = await this.second.document(id);
      if (document) upsert.push(document);
      else remove.push(id);
    }
    const ticket = await this.first.apply({ upsert, remove, batchId: "backlog" });
    try {
      const state = await this.first.settled(ticket, { timeoutMs: deliveryTimeoutMs });
      if (state !== "searchable") throw new SearchUnavailable("down");
    } catch (error) {
      // What it can never hold need not be sent again; the others of the batch have arrived.
      if (!(error instanceof SearchWriteFailed)) throw error;
    }
  }
}

async function* nothing() {
  // What is written during a refill waits in the backlog.
}

function describe(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : "";
  return error instanceof Error ? `${error.message}${cause}` : String(error);
}
