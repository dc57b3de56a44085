import type { Actor } from "~/features/members/context";
import { saveKnownIssue } from "~/features/known-issues/declaring.server";
import type { KnownIssueInput } from "~/features/known-issues/input";
import type { Platform } from "~/platform/platform";
import { contextFor } from "../setup/contexts";
import { aMember } from "./members";
import { aDiscussion, type TopicMade } from "./topics";

export interface KnownIssueTraits extends Partial<KnownIssueInput> {
  topic?: TopicMade;
  author?: Actor;
  staff?: Actor;
}

/** A problem the team says it knows of, the way staff say it. */
export async function aKnownIssue(
  platform: Platform,
  { topic, author, staff, ...traits }: KnownIssueTraits = {},
): Promise<TopicMade> {
  const problem = topic ?? (await aDiscussion(platform, { author }));
  const by = staff ?? (await aMember(platform, { role: "staff" }));
  const saved = await saveKnownIssue(contextFor(platform, by), {
    ...knownIssueInput(traits),
    number: problem.number,
  });
  if (!saved.ok) throw new Error(saved.reason);
  return problem;
}

export function knownIssueInput(traits: Partial<KnownIssueInput> = {}): KnownIssueInput {
  return {
    state: "investigating",
    summary: "Withdrawals wait. Funds are safe.",
    workaround: "Use **another** network.",
    versions: "2.4.0 to 2.4.2",
    announcement: undefined,
    urgent: false,
    "next-update": null,
    version: 0,
    ...traits,
  };
}
