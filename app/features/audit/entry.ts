/** What is kept for good of who did what. A kind is never renamed: old entries carry it. */
export const auditKinds = [
  "official-posted-quietly",
  "official-edited-quietly",
  "official-deleted",
  "role-changed",
  "site-changed",
  "statuses-changed",
  "post-moderated",
  "holding-rules-changed",
  "member-suspended",
  "suspension-lifted",
  "posts-shown",
  "name-changed",
] as const;
export type AuditKind = (typeof auditKinds)[number];

export function isAuditKind(value: unknown): value is AuditKind {
  return auditKinds.includes(value as AuditKind);
}

export const minReasonCharacters = 10;
export const maxReasonCharacters = 300;

/** Ids, names and values; never the text of a post. */
export type AuditDetail = Readonly<Record<string, string | number | boolean | null>>;

/** One entry as it is stored and hashed. */
export interface ChainedEntry {
  /** Counts up without a gap. */
  id: number;
  at: Date;
  kind: string;
  actorId: number | null;
  actorName: string;
  /** `AuditDetail` as JSON, exactly as it was hashed. */
  detail: string;
}
