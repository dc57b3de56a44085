import { castVote } from "~/features/suggestions/voting.server";
import { setFollow } from "~/features/topics/following.server";
import type { Actor } from "~/features/members/context";
import type { Area } from "~/features/site/area";
import { anAnnouncement } from "../../factories/announcements";
import { aKnownIssue } from "../../factories/known-issues";
import { aMember, longKnown } from "../../factories/members";
import { anOfficialReply } from "../../factories/official";
import { aDiscussion, aReply, aSuggestion } from "../../factories/topics";
import { contextFor } from "../../setup/contexts";
import type { TestPlatform } from "../../setup/platform";

/** In all that is public and all that is hidden: whoever looks for it would find both. */
export const common = "elephant";

export type Open = Awaited<ReturnType<typeof makeOpen>>;

/** What everybody may see, and `mei`, who wrote most of it, follows it and is told of it by mail. */
export async function makeOpen(platform: TestPlatform, { area, staff }: { area: Area; staff: Actor }) {
  const known = longKnown(platform);
  const mei = await aMember(platform, { name: "mei", locale: "en", ...known });
  const text = (what: string) => ({
    title: `The ${common} and the ${what}`,
    body: `An ${common} stands here.`,
  });
  const traits = { author: mei, areaId: area.id };
  const problem = await aDiscussion(platform, { ...traits, ...text("fees"), tags: ["swap"] });
  const wish = await aSuggestion(platform, { ...traits, ...text("dark mode"), tags: ["swap"] });
  const reply = await aReply(platform, problem, { author: mei, body: `Every ${common} helps.` });
  const letter = await anOfficialReply(platform, problem, {
    author: staff,
    body: `One ${common} is enough.`,
  });
  const entry = await anAnnouncement(platform, { author: staff, ...text("release"), topics: [wish.number] });
  await aKnownIssue(platform, {
    topic: await aDiscussion(platform, { ...traits, ...text("outage") }),
    staff,
    summary: `An ${common} is ill.`,
  });
  for (const { number } of [problem, wish])
    await setFollow(contextFor(platform, mei), { number, level: "following" });
  await castVote(contextFor(platform, mei), { number: wish.number });
  return { mei, problem, wish, reply, letter, entry };
}
