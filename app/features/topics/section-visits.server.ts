import type { MemberContext } from "~/features/members/context";
import { minutes } from "~/platform/clock/clock";
import { asDate } from "~/platform/db/columns";
import type { TopicSection } from "./my-section";

/** Whoever comes back sooner is still on the same visit, and what was new to them stays marked. */
const visitMs = minutes(30);

/**
 * Notes that a member looks at a list of their own page, and says since when what happens is new to them: since the
 * visit before this one, or ever.
 */
export async function visitSection(ctx: MemberContext, section: TopicSection): Promise<Date> {
  const now = ctx.clock.now();
  const never = new Date(0);
  const over = new Date(now.getTime() - visitMs);
  const memberId = ctx.actor.id;
  await ctx.db.$executeRaw`
    INSERT INTO "SectionVisit" ("memberId", "section", "at", "since") VALUES (${memberId}, ${section}, ${now}, ${never})
    ON CONFLICT ("memberId", "section") DO UPDATE SET "at" = excluded."at",
      "since" = CASE WHEN "SectionVisit"."at" < ${over} THEN "SectionVisit"."at" ELSE "SectionVisit"."since" END`;
  const [visit] = await ctx.rows<{ since: unknown }>(
    `SELECT "since" FROM "SectionVisit" WHERE "memberId" = ? AND "section" = ?`,
    [memberId, section],
  );
  return asDate(visit?.since ?? never);
}
