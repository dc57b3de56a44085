import type { Context } from "~/features/members/context";
import { getTopicAddress, type TopicAddress } from "~/features/topics/finding.server";
import { NumberSchema } from "~/features/topics/input";
import { NotFound } from "~/platform/errors";

export type Joined = Pick<TopicAddress, "number" | "slug" | "title" | "language">;

/** What the reader joined instead of posting, when the address says that they come from there. */
export async function readJoined(ctx: Context, query: URLSearchParams): Promise<Joined | null> {
  const number = NumberSchema.safeParse(query.get("joined") ?? undefined).data;
  if (number === undefined || !ctx.actor) return null;
  try {
    const { slug, title, language } = await getTopicAddress(ctx, number);
    return { number, slug, title, language };
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
