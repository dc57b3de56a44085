import type { Context } from "~/features/members/context";
import { isStaff } from "~/features/members/role";
import { visibleWhere } from "~/features/topics/visibility";
import { NotFound } from "~/platform/errors";
import { slug as slugOf } from "~/platform/text/slug";
import { mostCounted, type Tag } from "./tag";

const tagsPerPage = 50;
const suggested = 8;

export interface CountedTag extends Tag {
  /** Listed topics that carry it, up to `mostCounted`. */
  count: number;
}

export interface TagPage {
  tags: CountedTag[];
  /** Slug after which the next page begins, or null. */
  next: string | null;
}

/** Tags in the order of their addresses, with what carries them. Without staff's eyes only tags in use. One query. */
export async function listTags(ctx: Context, { after }: { after: string | null }): Promise<TagPage> {
  const rows = await ctx.rows<TagRow>(
    `SELECT * FROM (SELECT g."id", g."slug", g."name", g."reservedAt", ${countSql} AS "count" FROM "Tag" g
       WHERE g."slug" > ?) AS counted ${isStaff(ctx.actor) ? "" : `WHERE "count" > 0`}
     ORDER BY "slug" LIMIT ${tagsPerPage + 1}`,
    [after ?? ""],
  );
  const shown = rows.slice(0, tagsPerPage);
  return { tags: shown.map(tagOf), next: rows.length > tagsPerPage ? shown.at(-1)!.slug : null };
}

/** Tags that begin like what is typed, or hold it, those in use first. Reserved ones for staff only. One query. */
export async function suggestTags(ctx: Context, typed: string): Promise<string[]> {
  const begun = slugOf(typed.slice(0, 100));
  const offered = isStaff(ctx.actor) ? "" : `AND g."reservedAt" IS NULL`;
  // LIKE's own signs are no letters and never part of a slug.
  const rows = await ctx.rows<{ name: string }>(
    `SELECT * FROM (SELECT g."name", g."slug", ${countSql} AS "count" FROM "Tag" g
       WHERE g."slug" LIKE ? ${offered} LIMIT 200) AS counted
     WHERE "count" > 0 ORDER BY CASE WHEN "slug" LIKE ? THEN 0 ELSE 1 END, "count" DESC, "slug" LIMIT ${suggested}`,
    [`%${begun}%`, `${begun}%`],
  );
  return rows.map(({ name }) => name);
}

/** A tag by its address or by one it had. Throws NotFound for what never was, and for one nobody else uses. */
export async function getTag(ctx: Context, slug: string): Promise<CountedTag> {
  const [row] = await ctx.rows<TagRow>(
    `SELECT g."id", g."slug", g."name", g."reservedAt", ${countSql} AS "count" FROM "Tag" g
     WHERE g."id" = COALESCE((SELECT "id" FROM "Tag" WHERE "slug" = ?), (SELECT "tagId" FROM "TagAlias" WHERE "slug" = ?))`,
    [slug, slug],
  );
  if (!row || (Number(row.count) === 0 && !isStaff(ctx.actor))) throw new NotFound("tag");
  return tagOf(row);
}

const visible = visibleWhere(null);
const countSql = `(SELECT COUNT(*) FROM (SELECT 1 FROM "TopicTag" tt JOIN "Topic" t ON t."id" = tt."topicId"
  WHERE tt."tagId" = g."id" AND t."isListed" = TRUE AND ${visible.sql} LIMIT ${mostCounted}) AS "carriers")`;

interface TagRow {
  id: number;
  slug: string;
  name: string;
  reservedAt: unknown;
  count: number | string;
  [column: string]: unknown;
}

function tagOf({ id, slug, name, reservedAt, count }: TagRow): CountedTag {
  return { id, slug, name, isReserved: reservedAt !== null, count: Number(count) };
}
