import { areaDecidesSql } from "~/features/topics/follow-level";

/**
 * How much of a topic reaches a member, as SQL: null when nothing does, else "following", "official" or "muted". `of` is a
 * row with "topicId" and "memberId".
 */
export function followLevelSql(of: string): string {
  return `(SELECT CASE WHEN ${areaDecidesSql} THEN a."level" ELSE f."level" END FROM "Topic" ft
    LEFT JOIN "Follow" f ON f."topicId" = ft."id" AND f."memberId" = ${of}."memberId"
    LEFT JOIN "AreaFollow" a ON a."areaId" = ft."areaId" AND a."memberId" = ${of}."memberId"
    WHERE ft."id" = ${of}."topicId")`;
}

/** Not muting it: who has no word on it at all may be told too. */
export function notMutedSql(of: string): string {
  return `COALESCE(${followLevelSql(of)}, '') <> 'muted'`;
}
