import { networkOf } from "~/features/auth/device";
import { identityOf, type RequestArgs } from "~/features/auth/identifying.server";
import { findStandingSessions } from "~/features/auth/standing-sessions.server";
import { getTopicId } from "~/features/topics/finding.server";
import { BadRequest, TooManyRequests } from "~/platform/errors";
import { liveHub } from "./hub.server";
import type { ListenInput } from "./input";
import { localTimes, mostStreams } from "./limits";
import { LiveStream } from "./stream";

const retryMs = 30_000;

/**
 * Opens a stream for a page: of a topic the reader may see, of a board, and of their own bell. Throws NotFound for what
 * they may not see, BadRequest when there is nothing to listen for, TooManyRequests when too much is open already.
 */
export async function listen(args: RequestArgs, input: ListenInput): Promise<ReadableStream<Uint8Array>> {
  const { ctx, sessionId } = await identityOf(args);
  const { topic, board = null, last, since } = input;
  if (topic === undefined && !board && !ctx.actor) throw new BadRequest("nothing-to-hear");
  const topicId = topic === undefined ? null : await getTopicId(ctx, topic);
  const network = networkOf(args.context.clientAddress);
  const hub = liveHub(args.context.platform);
  requireRoom([...hub.streams], { memberId: ctx.actor?.id ?? null, network, now: ctx.clock.now() });
  const standing = sessionId ? await findStandingSessions(ctx, [sessionId]) : null;
  const stream = new LiveStream(
    {
      actor: ctx.actor,
      role: (sessionId && standing?.get(sessionId)) ?? "",
      ...{ sessionId, locale: ctx.locale, network, topicId, board },
    },
    (ended) => hub.remove(ended),
  );
  stream.beat();
  await hub.add(stream);
  if (last !== undefined || since !== undefined) await hub.catchUp(stream, { last, since });
  return stream.body;
}

function requireRoom(
  open: readonly LiveStream[],
  { memberId, network, now }: { memberId: number | null; network: string; now: Date },
): void {
  const { inAll, perMember, perNetwork } = mostStreams;
  const ofMember = open.filter(
    ({ listening }) => memberId !== null && listening.actor?.id === memberId,
  ).length;
  const ofNetwork = open.filter(({ listening }) => listening.network === network).length;
  const isLocal = /^(127\.|10\.|192\.168\.|::\/48|unknown)/.test(network);
  if (open.length < inAll && ofMember < perMember && ofNetwork < perNetwork * (isLocal ? localTimes : 1))
    return;
  throw new TooManyRequests("too-many", new Date(now.getTime() + retryMs));
}
