import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/features/auth/identifying.server";
import { NumberSchema } from "~/features/topics/input";
import { mayAskForNames } from "~/features/topics/mention-allowance";
import { listMentionable } from "~/features/topics/mentioning.server";
import { translator } from "~/platform/i18n/translator";

/** Who may be meant by the letters `?q=` after an "@", at most eight; `?topic=` is where somebody writes. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  if (!mayAskForNames(ctx.actor.id, ctx.clock.now())) {
    return Response.json({ people: [] }, { status: 429, headers: { "Retry-After": "60", ...uncached } });
  }
  const query = new URL(args.request.url).searchParams;
  const number = NumberSchema.safeParse(query.get("topic") ?? undefined).data;
  const found = await listMentionable(ctx, { q: query.get("q") ?? "", number });
  const team = translator(ctx.locale, "topics")("head.team");
  const people = found.map(({ name, displayName, isStaff }) => ({
    name,
    displayName,
    mark: isStaff ? team : "",
  }));
  return Response.json({ people }, { headers: uncached });
}

const uncached = { "Cache-Control": "private, no-store" };
