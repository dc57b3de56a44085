import type { Context } from "~/features/members/context";
import type { SqlValue } from "~/platform/db/client.server";
import { areaDecidesSql, type FollowLevel, type FollowState } from "./follow-level";

const followersAtOnce = 500;

export interface Follower extends FollowState {
  memberId: number;
  level: Exclude<FollowLevel, "muted">;
}

export interface FollowerPage {
  followers: Follower[];
  /** Id to go on after, or null when these were the last. */
  next: number | null;
}

interface FollowersQuery {
  topicId: number;
  /** What there is to tell: a reply reaches those who follow all of it; the team's word and the status everybody. */
  news: "reply" | "official";
  /** Id of the member the page before ended with. */
  after?: number | null;
  limit?: number;
}

/**
 * Who follows a topic, with how much of it reaches them and why: those who have to do with it and those who follow its
 * area, each once, in the order of their ids. Muted, suspended and deleted members are not among them. Whether each of
 * them may read the topic is for the caller to ask: a held topic keeps its followers.
 */
export async function listFollowers(
  { rows }: Pick<Context, "rows">,
  { topicId, news, after, limit = followersAtOnce }: FollowersQuery,
): Promise<FollowerPage> {
  const told = news === "reply" ? `"level" = 'following'` : `"level" <> 'muted'`;
  const found = await rows<Follower>(
    `SELECT s."memberId", s."level", s."reason" FROM (${statesSql}) s JOIN "Member" m ON m."id" = s."memberId"
     WHERE s.${told} AND s."memberId" > ? AND m."suspendedAt" IS NULL AND m."deletedAt" IS NULL
     ORDER BY s."memberId" LIMIT ${limit + 1}`,
    [topicId, topicId, after ?? 0],
  );
  const followers = found.slice(0, limit);
  return { followers, next: found.length > limit ? followers.at(-1)!.memberId : null };
}

/** What reaches one member of a topic, muted included; null when they do not follow it. */
export async function findFollow(
  { rows }: Pick<Context, "rows">,
  { topicId, memberId }: { topicId: number; memberId: number },
): Promise<FollowState | null> {
  const params: SqlValue[] = [topicId, topicId, memberId];
  const [row] = await rows<FollowState>(
    `SELECT s."level", s."reason" FROM (${statesSql}) s WHERE s."memberId" = ?`,
    params,
  );
  return row ?? null;
}

/** One row for everybody who has a word or a reason; its parameters are the topic's id, twice. */
const statesSql = `SELECT f."memberId", CASE WHEN ${areaDecidesSql} THEN a."level" ELSE f."level" END AS "level",
         CASE WHEN ${areaDecidesSql} THEN 'area' ELSE f."reason" END AS "reason"
  FROM "Follow" f JOIN "Topic" t ON t."id" = f."topicId"
  LEFT JOIN "AreaFollow" a ON a."areaId" = t."areaId" AND a."memberId" = f."memberId" WHERE f."topicId" = ?
  UNION ALL
  SELECT a."memberId", a."level", 'area' FROM "Topic" t JOIN "AreaFollow" a ON a."areaId" = t."areaId"
  WHERE t."id" = ? AND NOT EXISTS (
    SELECT 1 FROM "Follow" f WHERE f."topicId" = t."id" AND f."memberId" = a."memberId")`;
