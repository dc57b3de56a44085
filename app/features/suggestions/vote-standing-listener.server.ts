import { systemContext } from "~/features/members/context";
import { forgetSite } from "~/features/site/settings.server";
import type { Listener } from "~/platform/outbox/listener";
import type { Platform } from "~/platform/platform";
import { refreshAllVotes, refreshVotesOf } from "./vote-standing.server";

/** Makes votes follow what becomes of accounts, whoever changes those. The same event twice changes nothing. */
export const voteStandingListener: Listener<Platform> = {
  name: "vote-standing",
  batchSize: 50,
  async handle(platform, deliveries) {
    const ctx = systemContext(platform);
    if (deliveries.some(({ type }) => type === "suggestion.voting-rules-changed")) {
      // The rules are kept for seconds; what was just changed must be read.
      forgetSite(ctx);
      await refreshAllVotes(ctx);
      return;
    }
    const members = new Set(deliveries.flatMap(({ payload }) => memberIn(payload)));
    for (const memberId of members) await refreshVotesOf(ctx, { memberId });
  },
};

/** Every event after which votes of an account may stop or begin to count. */
export const voteStandingEvents = [
  "member.suspended",
  "member.reinstated",
  "member.email-verified",
  "member.deleted",
  "member.restored",
  "member.role-changed",
  "suggestion.voting-rules-changed",
] as const;

function memberIn(payload: unknown): number[] {
  const { memberId } = payload as { memberId?: unknown };
  return typeof memberId === "number" ? [memberId] : [];
}
