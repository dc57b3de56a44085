import type { SeedPlan } from "./seed-plan";
import type { Pen } from "./seed-writing";

/** The community's years. Fixed, so that the same seed makes the same rows on any day. */
export const seedBegin = Date.UTC(2024, 0, 1);
export const seedEnd = Date.UTC(2026, 6, 1);

export interface SeedPeople {
  /** Ids. */
  members: Int32Array;
  staff: readonly { id: number; displayName: string; title: string }[];
}

/** Everything a topic is made from beside its place. */
export interface SeedScene {
  seed: number;
  topics: number;
  plan: SeedPlan;
  people: SeedPeople;
  pens: readonly Pen[];
  areaIds: readonly number[];
}
