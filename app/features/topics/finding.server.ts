import type { Context } from "~/features/members/context";
import { NotFound } from "~/platform/errors";
import type { Board } from "./topic";
import { visibleWhere } from "./visibility";

/** The id of a topic the viewer may find by its public number. Throws NotFound alike for missing and hidden ones. */
export async function getTopicId(ctx: Context, number: number): Promise<number> {
  return (await getTopicAddress(ctx, number)).id;
}

export interface TopicAddress {
  id: number;
  number: number;
  slug: string;
  title: string;
  language: string;
  board: Board;
}

/** What it takes to name a topic and lead to it, for those who may find it. */
export async function getTopicAddress(ctx: Context, number: number): Promise<TopicAddress> {
  const visible = visibleWhere(ctx.actor);
  const [row] = await ctx.rows<TopicAddress>(
    `SELECT t."id", t."number", t."slug", t."title", t."language", t."board" FROM "Topic" t WHERE t."number" = ? AND ${visible.sql}`,
    [number, ...visible.params],
  );
  if (!row) throw new NotFound("topic");
  return row;
}
