import type { Context } from "~/features/members/context";
import type { SearchHit } from "~/platform/search-engine/port";
import { type IndexedThing, readDocumentId } from "./document-ids";
import type { ReadableHit } from "./readable-hit";
import { readAnnouncementHits } from "./reading-announcements.server";
import { readReplyHits } from "./reading-replies.server";
import { readTopicHits } from "./reading-topics.server";
import type { Result } from "./result";

/**
 * What the viewer may see of these hits, in their order, one query for each kind of thing. The index decides only what
 * was found: whether it is still there, who may see it and what it says comes from the database, so that an index that
 * lags behind shows nothing that was hidden, deleted or rewritten.
 */
export async function readHits(ctx: Context, hits: readonly SearchHit[]): Promise<Result[]> {
  const readable = hits.flatMap((hit): ReadableHit[] => {
    const thing = readDocumentId(hit.id);
    return thing ? [{ ...thing, hit }] : [];
  });
  const of = (type: IndexedThing["type"]) => readable.filter((one) => one.type === type);
  const found = await Promise.all([
    readTopicHits(ctx, of("topic")),
    readReplyHits(ctx, of("reply")),
    readAnnouncementHits(ctx, of("announcement")),
  ]);
  const byId = new Map(found.flat().map((result) => [result.id, result]));
  return hits.flatMap(({ id }) => byId.get(id) ?? []);
}
