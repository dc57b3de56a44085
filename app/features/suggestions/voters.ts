import type { Actor } from "~/features/members/context";
import { isStaff } from "~/features/members/role";

/** Who may see by name who votes: everybody, whoever is signed in, or the team alone. */
export const voterAudiences = ["public", "members", "staff"] as const;
export type VoterAudience = (typeof voterAudiences)[number];

export function maySeeVoters(actor: Actor | null, audience: VoterAudience): boolean {
  switch (audience) {
    case "public":
      return true;
    case "members":
      return actor !== null;
    case "staff":
      return isStaff(actor);
  }
}
