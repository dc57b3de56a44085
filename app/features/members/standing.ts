import { days, hours } from "~/platform/clock/clock";
import { isModerator, type Role } from "./role";

/** How well the site knows somebody, in rising order. */
export const standings = ["newcomer", "member", "trusted"] as const;
export type Standing = (typeof standings)[number];

/** All that a standing depends on. */
export interface StandingFacts {
  role: Role;
  createdAt: Date;
  emailVerifiedAt: Date | null;
  /** Since when a second step guards the account. */
  secondFactorAt: Date | null;
  /** Topics and replies that stand: neither held nor deleted. */
  approvedPosts: number;
  /** When somebody else last took a post of theirs away. */
  lastRemovedAt: Date | null;
}

/** What somebody still needs who is a newcomer. */
export interface NewcomerEnd {
  /** When the account is old enough. */
  oldEnoughAt: Date;
  isConfirmed: boolean;
  hasPost: boolean;
}

const memberAfterMs = hours(24);
const memberPosts = 1;
export const trustedPosts = 10;
const removalForgottenMs = days(30);

/** Newcomer, member (verified mail, a day, one post) or trusted (ten posts, none removed in 30 days, second factor). */
export function standingOf(facts: StandingFacts, now: Date): Standing {
  if (isModerator(facts)) return "trusted";
  const { oldEnoughAt, isConfirmed, hasPost } = newcomerEnd(facts);
  if (!isConfirmed || now < oldEnoughAt || !hasPost) return "newcomer";
  const { lastRemovedAt } = facts;
  const isClean = !lastRemovedAt || now.getTime() - lastRemovedAt.getTime() >= removalForgottenMs;
  return facts.approvedPosts >= trustedPosts && isClean && facts.secondFactorAt ? "trusted" : "member";
}

/** When, and by what, a newcomer becomes a member: all of it has to be so. */
export function newcomerEnd(
  facts: Pick<StandingFacts, "createdAt" | "emailVerifiedAt" | "approvedPosts">,
): NewcomerEnd {
  return {
    oldEnoughAt: new Date(facts.createdAt.getTime() + memberAfterMs),
    isConfirmed: facts.emailVerifiedAt !== null,
    hasPost: facts.approvedPosts >= memberPosts,
  };
}
