import type { Clock } from "~/platform/clock/clock";
import type { Rows } from "~/platform/db/client.server";
import { asDate, asJson } from "~/platform/db/columns";

/** An event that was committed, by this process or another. */
export interface CommittedEvent {
  id: number;
  type: string;
  payload: Record<string, unknown>;
  createdAt: Date;
}

interface Reader {
  rows: Rows;
  clock: Clock;
}

const eventsAtOnce = 500;
const everyMs = 1_000;
/** A transaction that took its number earlier may commit later, as long as this. */
const lateMs = 15_000;

/** The newest events after an id, oldest first; null when there may be more than are read at once. */
export async function eventsAfter({ rows }: Reader, id: number): Promise<CommittedEvent[] | null> {
  const found = await rows<Record<keyof CommittedEvent, unknown>>(
    `SELECT "id", "type", "payload", "createdAt" FROM "Outbox"
     WHERE "id" > ? AND "listener" IS NULL ORDER BY "id" DESC LIMIT ${eventsAtOnce}`,
    [id],
  );
  if (found.length === eventsAtOnce) return null;
  return found.reverse().map((row) => ({
    id: Number(row.id),
    type: String(row.type),
    payload: asJson<Record<string, unknown>>(row.payload),
    createdAt: asDate(row.createdAt),
  }));
}

/**
 * The bus between processes: every process reads the events of all as they are committed, on both databases alike. One
 * small statement a second for the whole process while somebody listens, and none while nobody does.
 */
export class OutboxTail {
  readonly #ctx: Reader;
  readonly #hear: (events: CommittedEvent[] | null) => Promise<void>;
  #timer: NodeJS.Timeout | null = null;
  #reading: Promise<void> | null = null;
  #isAskedAgain = false;
  /** Events up to here are known for good; later ones one by one, because numbers are not committed in order. */
  #settledId = 0;
  readonly #known = new Map<number, number>();

  constructor(ctx: Reader, hear: (events: CommittedEvent[] | null) => Promise<void>) {
    this.#ctx = ctx;
    this.#hear = hear;
  }

  /** Begins with what is committed from now on. */
  async start(): Promise<void> {
    if (this.#timer) return;
    this.#timer = setInterval(() => void this.read(), everyMs);
    this.#timer.unref();
    await this.#skip();
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    this.#known.clear();
  }

  /** Now instead of at the next second: called when this process has just written. */
  read(): Promise<void> {
    if (!this.#timer) return Promise.resolve();
    this.#isAskedAgain = true;
    this.#reading ??= this.#readAll().finally(() => (this.#reading = null));
    return this.#reading;
  }

  async #readAll(): Promise<void> {
    while (this.#isAskedAgain && this.#timer) {
      this.#isAskedAgain = false;
      try {
        const events = await eventsAfter(this.#ctx, this.#settledId);
        if (events === null) {
          await this.#skip();
          await this.#hear(null);
          continue;
        }
        const now = Date.now();
        const fresh = events.filter(({ id }) => !this.#known.has(id));
        if (fresh.length > 0) await this.#hear(fresh);
        // Only now: what could not be handed on is read again.
        for (const { id } of fresh) this.#known.set(id, now);
        this.#settle(now);
      } catch {
        // The database may be away for a moment; what was missed is read when it is back.
        return;
      }
    }
  }

  #settle(now: number): void {
    for (const [id, since] of this.#known) {
      if (now - since < lateMs) break;
      this.#settledId = Math.max(this.#settledId, id);
      this.#known.delete(id);
    }
  }

  async #skip(): Promise<void> {
    const [row] = await this.#ctx.rows<{ id: unknown }>(`SELECT MAX("id") AS "id" FROM "Outbox"`);
    this.#known.clear();
    this.#settledId = Number(row?.id ?? 0);
  }
}
