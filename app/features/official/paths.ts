export const officialLookupPath = "/official";

/** "Verify this reply". */
export function verifyPath(reference: string): string {
  return `/official/${encodeURIComponent(reference)}`;
}

/** POST an official reply to a topic; GET shows its form on a page of its own. */
export function officialReplyPath({ number }: { number: number }): string {
  return `/t/${number}/official`;
}

/** "Did this answer it?" */
export function feedbackPath(number: number, replyId: number): string {
  return `/t/${number}/replies/${replyId}/answered`;
}

/** Where a letter stands on its topic's page. */
export function letterId(replyId: number): string {
  return `official-${replyId}`;
}

/** What the team promised, by how it stands; what is open without one. */
export function promisesPath({ standing, after }: { standing?: string; after?: string } = {}): string {
  const query = new URLSearchParams();
  if (standing && standing !== "open") query.set("standing", standing);
  if (after) query.set("after", after);
  return query.size > 0 ? `/promises?${query}` : "/promises";
}
