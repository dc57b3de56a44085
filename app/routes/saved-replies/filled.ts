import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/features/auth/identifying.server";
import { filledReply } from "~/features/saved-replies/using.server";
import { topicNumberIn } from "~/features/topics/addressed";
import { NumberSchema } from "~/features/topics/input";
import { NotFound } from "~/platform/errors";

/** A saved reply as it reads for this topic, for the page's script. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const id = NumberSchema.safeParse(new URL(args.request.url).searchParams.get("id") ?? undefined).data;
  if (id === undefined) throw new NotFound("saved-reply");
  const text = await filledReply(ctx, { id, number: topicNumberIn(args) });
  return Response.json({ text }, { headers: { "Cache-Control": "private, no-store" } });
}
