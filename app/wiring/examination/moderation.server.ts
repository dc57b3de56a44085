import { countLostAppeals, findDrift, mendDrift } from "~/features/moderation/drift.server";
import type { Check } from "./check";

/** The queue of moderators against the posts, flags and appeals it speaks of. */
export const moderationChecks: Check[] = [
  {
    name: "posts the moderation queue has wrong",
    count: async (platform) => (await findDrift(platform)).length,
    fix: mendDrift,
  },
  { name: "appeals nobody is asked about", count: countLostAppeals },
];
