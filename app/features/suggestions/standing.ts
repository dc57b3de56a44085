/** What the site says about votes of accounts whose address nobody has confirmed yet. */
export interface VoteRules {
  countsUnverified: boolean;
}

/**
 * That the votes of a member `m` count, as a condition of prepared SQL. Suspended and deleted accounts keep their votes
 * uncounted. An unconfirmed address matters for accounts people made themselves: whoever came with an import or a
 * sample, or was appointed by the site, never had one to confirm.
 */
export function countsVotes({ countsUnverified }: VoteRules, member = "m"): string {
  const isThere = `${member}."suspendedAt" IS NULL AND ${member}."deletedAt" IS NULL`;
  if (countsUnverified) return `(${isThere})`;
  return `(${isThere} AND (${member}."emailVerifiedAt" IS NOT NULL OR ${member}."origin" <> 'account'
    OR ${member}."role" <> 'member'))`;
}
