/** How often something may be done: that many times at once, and as many again spread evenly over `withinMs`. */
export interface Allowance {
  times: number;
  withinMs: number;
}

/** What is counted and against what. Keys are ours, with ids and hashes in them, never with what somebody typed. */
export interface Charge {
  key: string;
  allowance: Allowance;
  /** How many at once; one when left out. */
  count?: number;
}

export interface Spent {
  isAllowed: boolean;
  /** When it will be allowed again; null when it is. */
  allowedAt: Date | null;
  /** Key of the allowance that is used up; null when none is. */
  usedUp: string | null;
}
