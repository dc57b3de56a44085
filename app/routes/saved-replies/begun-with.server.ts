import type { MemberContext } from "~/features/members/context";
import { withSavedReply } from "~/features/saved-replies/using.server";
import { NumberSchema } from "~/features/topics/input";

/** The body of a form whose "Insert" was pressed without script: what was typed, and the chosen text under it. */
export async function begunWith(
  ctx: MemberContext,
  number: number,
  { body = "", saved }: Record<string, string>,
): Promise<{ body: string }> {
  const id = NumberSchema.safeParse(saved || undefined).data;
  return { body: await withSavedReply(ctx, { number, id, body }) };
}
