export const figuresOverDays = 30;
/** Counting ends here: beyond, a page says "1,000+". */
export const mostCounted = 1_000;

/** How a community is answered. Null where there is too little to say it honestly. */
export interface CommunityFigures {
  medianWaitMs: number | null;
  answeredInTime: { share: number; outOf: number } | null;
  openProblems: number;
  /** Of the open ones: acknowledged, investigated, or known. */
  problemsInWork: number;
  settledThisMonth: number;
  openSuggestions: number;
}
