/** What comes first helps most: something known, then something settled, then something still open. */
const helpfulFirst = ["known-issue", "solved", "shipped", "open", "closed"] as const;

interface Candidate {
  board: "discussion" | "suggestion" | "announcement";
  status: string | null;
  score: number;
}

/** By how much each helps, then by how much of the asked title they share. */
export function orderSimilar<Found extends Candidate>(found: readonly Found[]): Found[] {
  const rank = (one: Found) => helpfulFirst.indexOf(helpfulness(one));
  return [...found].sort((a, b) => rank(a) - rank(b) || b.score - a.score);
}

function helpfulness({ board, status }: Candidate): (typeof helpfulFirst)[number] {
  if (board === "announcement") return "shipped";
  switch (status) {
    case "known-issue":
    case "shipped":
      return status;
    case "solved":
    case "answered":
      return "solved";
    case "closed":
    case "declined":
    case "merged":
      return "closed";
    default:
      return "open";
  }
}
