import type { Standing } from "~/features/members/standing";

/** What became of a member's earlier flags. */
export interface FlagRecord {
  upheld: number;
  refused: number;
}

/** Points of one flag; decision "Weights of flags" says where the numbers come from. */
const points: Record<Standing, number> = { newcomer: 2, member: 4, trusted: 8 };
const moderatorPoints = 16;
const recordFrom = 4;

/** How far a member's judgement has been right so far. Nobody is judged by a handful of flags. */
export function recordOf({ upheld, refused }: FlagRecord): "good" | "unknown" | "poor" {
  const decided = upheld + refused;
  if (decided < recordFrom) return "unknown";
  if (upheld * 4 >= decided * 3) return "good";
  return refused * 2 > decided ? "poor" : "unknown";
}

export function weightOf(who: { standing: Standing; isModerator: boolean }, record: FlagRecord): number {
  if (who.isModerator) return moderatorPoints;
  const base = points[who.standing];
  switch (recordOf(record)) {
    case "good":
      return base * 1.5;
    case "poor":
      return base / 2;
    case "unknown":
      return base;
  }
}

/** Points at which a post is hidden until somebody looked: three members, or a trusted one and another. */
export const usualHideAt = 12;
export const hideAtRange = { min: 4, max: 200 };

/** A secret that stands there is taken at once; whoever was mostly wrong so far must find others who agree. */
export function hidesAtOnce(reason: string, record: FlagRecord): boolean {
  return reason === "secret" && recordOf(record) !== "poor";
}
