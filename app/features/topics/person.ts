import type { Role } from "~/features/members/role";

/** Whoever wrote something, as pages name them. */
export interface Person {
  name: string;
  displayName: string;
  /** Of the team today. What they wrote as the team says so itself. */
  isStaff: boolean;
}

interface PersonColumns {
  authorName: string;
  authorDisplayName: string;
  authorRole: string;
}

/** Columns of a member joined under this alias, for `personOf`. */
export function personColumns(alias: string): string {
  return `${alias}."name" AS "authorName", ${alias}."displayName" AS "authorDisplayName", ${alias}."role" AS "authorRole"`;
}

export function personOf({ authorName, authorDisplayName, authorRole }: PersonColumns): Person {
  const role = authorRole as Role;
  return { name: authorName, displayName: authorDisplayName, isStaff: role === "staff" || role === "admin" };
}
