import { findStandingSessions } from "~/features/auth/standing-sessions.server";
import type { Platform } from "~/platform/platform";
import { type CommittedEvent, eventsAfter, OutboxTail } from "~/platform/outbox/tail.server";
import { bellMessage } from "./bell.server";
import { changesOf } from "./changes";
import { heartbeatMs, longestMs } from "./limits";
import type { LiveStream } from "./stream";
import { readChangedTopics } from "./topic-news.server";

type Reader = Pick<Platform, "db" | "rows" | "clock">;

/**
 * The open pages of one process. What happened is read once however many listen, who may hear of it is asked for each of
 * them right before it is written, and a session that has ended hears nothing more.
 */
export class LiveHub {
  readonly #ctx: Reader;
  readonly #tail: OutboxTail;
  readonly #streams = new Set<LiveStream>();
  #heart: NodeJS.Timeout | null = null;

  constructor(ctx: Reader) {
    this.#ctx = ctx;
    this.#tail = new OutboxTail(ctx, (events) => this.#hear(events));
  }

  get streams(): ReadonlySet<LiveStream> {
    return this.#streams;
  }

  async add(stream: LiveStream): Promise<void> {
    this.#streams.add(stream);
    if (!this.#heart) {
      // The database may be away for a moment: then nobody is told anything, and the next beat asks again.
      this.#heart = setInterval(() => this.beat().catch(() => {}), heartbeatMs);
      this.#heart.unref();
    }
    await this.#tail.start();
  }

  remove(stream: LiveStream): void {
    this.#streams.delete(stream);
    if (this.#streams.size > 0) return;
    this.#tail.stop();
    if (this.#heart) clearInterval(this.#heart);
    this.#heart = null;
  }

  /** Tells now what this process has just written. */
  poke(): Promise<void> {
    return this.#tail.read();
  }

  /** What one page missed, after an event or since a time. */
  async catchUp(stream: LiveStream, from: { last?: number; since?: number }): Promise<void> {
    const { last, since = Infinity } = from;
    const events = await eventsAfter(this.#ctx, last ?? (await this.#recentId()));
    if (events === null) stream.tell({ event: "reset", data: {} });
    else if (last !== undefined) await this.#deliver(events, [stream]);
    else
      await this.#deliver(
        events.filter(({ createdAt }) => createdAt.getTime() >= since),
        [stream],
      );
  }

  /** Keeps proxies from closing what is quiet, and closes what nobody may hear any more. */
  async beat(): Promise<void> {
    const all = [...this.#streams];
    for (const stream of all) if (Date.now() - stream.openedAt > longestMs) this.#end(stream);
    for (const stream of await this.#standing([...this.#streams])) if (!stream.beat()) this.#end(stream);
  }

  close(): void {
    for (const stream of [...this.#streams]) this.#end(stream);
  }

  async #recentId(): Promise<number> {
    const [row] = await this.#ctx.rows<{ id: unknown }>(`SELECT MAX("id") AS "id" FROM "Outbox"`);
    return Math.max(0, Number(row?.id ?? 0) - 400);
  }

  async #hear(events: CommittedEvent[] | null): Promise<void> {
    const all = [...this.#streams];
    if (events === null) {
      for (const stream of all) if (!stream.tell({ event: "reset", data: {} })) this.#end(stream);
    } else await this.#deliver(events, all);
  }

  async #deliver(events: readonly CommittedEvent[], listeners: readonly LiveStream[]): Promise<void> {
    const { topics, members } = changesOf(events);
    const last = events.at(-1)?.id;
    const concerned = await this.#standing(
      listeners.filter(
        ({ listening: { topicId, board, actor } }) =>
          (topicId !== null && topics.has(topicId)) ||
          (board !== null && topics.size > 0) ||
          (actor !== null && members.has(actor.id)),
      ),
    );
    if (concerned.length === 0) return;
    const bells = new Map<LiveStream, Awaited<ReturnType<typeof bellMessage>>>();
    for (const stream of concerned) {
      const { actor, locale } = stream.listening;
      if (actor && members.has(actor.id)) bells.set(stream, await bellMessage(this.#ctx, actor.id, locale));
    }
    const changed = await readChangedTopics(this.#ctx, topics);
    // Nothing is waited for from here on: what is told is what was read a moment ago.
    for (const stream of concerned) {
      const { topicId, board, actor } = stream.listening;
      let isThere = true;
      for (const topic of changed) {
        if (topic.id !== topicId && topic.board !== board) continue;
        const data = topic.newsFor(actor);
        if (data) isThere &&= stream.tell({ event: "topic", data }, last);
      }
      const bell = bells.get(stream);
      if (bell) isThere &&= stream.tell(bell, last);
      if (!isThere) this.#end(stream);
    }
  }

  /** Those whose session stands with the role it had; the others are closed, and may come back as whoever they are now. */
  async #standing(streams: readonly LiveStream[]): Promise<LiveStream[]> {
    const ids = streams.flatMap(({ listening }) => listening.sessionId ?? []);
    const standing = ids.length > 0 ? await findStandingSessions(this.#ctx, ids) : new Map<string, string>();
    return streams.filter((stream) => {
      const { sessionId, role } = stream.listening;
      if (sessionId === null || standing.get(sessionId) === role) return true;
      this.#end(stream);
      return false;
    });
  }

  #end(stream: LiveStream): void {
    stream.end();
    this.remove(stream);
  }
}

const hubs = new WeakMap<object, LiveHub>();

/** The one hub of this process's platform. */
export function liveHub(platform: Reader): LiveHub {
  let hub = hubs.get(platform.db);
  if (!hub) {
    hub = new LiveHub(platform);
    hubs.set(platform.db, hub);
  }
  return hub;
}
