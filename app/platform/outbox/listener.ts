/** One delivery: an event for one listener, or a job that came due. */
export interface Delivery {
  id: number;
  type: string;
  payload: Record<string, unknown>;
  attempts: number;
}

/**
 * Hears of events after they were committed. May be called again with what it heard already (at least once), so
 * handling must be idempotent; throwing sends the whole batch back for a later attempt.
 */
export interface Listener<Ctx> {
  /** Stands in the database with each delivery: never rename. */
  name: string;
  /** How many deliveries it takes in one call. */
  batchSize: number;
  /** May take minutes: it runs beside the others instead of before them, one call at a time in a process. */
  isLong?: boolean;
  /** `signal` says that the process is about to end: what takes long throws soon after, and is called again later. */
  handle(ctx: Ctx, deliveries: readonly Delivery[], signal?: AbortSignal): Promise<void>;
}

/** Event type → who hears of it. */
export type Subscriptions<Ctx> = Readonly<Record<string, readonly Listener<Ctx>[]>>;
