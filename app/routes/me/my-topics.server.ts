import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireMember } from "~/features/auth/identifying.server";
import type { TopicSection } from "~/features/topics/my-section";
import { listMyTopics } from "~/features/topics/my-topics.server";
import { visitSection } from "~/features/topics/section-visits.server";

/** One page of a list of the member's own page; looking at it is what ends the news in it, at the next visit. */
export async function readMyTopics(args: LoaderFunctionArgs, section: TopicSection) {
  const ctx = await requireMember(args);
  const query = new URL(args.request.url).searchParams;
  const isMuted = query.get("level") === "muted";
  const since = await visitSection(ctx, section);
  const page = await listMyTopics(ctx, { section, since, after: query.get("after"), isMuted });
  return { ...page, name: ctx.actor.name, now: ctx.clock.now() };
}
