import type { Context } from "~/features/members/context";
import { asDate } from "~/platform/db/columns";
import { excerpt } from "~/platform/text/excerpt";
import {
  type OfficialLine,
  officialLineColumns,
  officialLineOf,
  type OfficialLineRow,
} from "./official-line";
import { type RoadmapColumn, roadmapColumns } from "./view";

export interface RoadmapCard {
  id: number;
  number: number;
  slug: string;
  title: string;
  /** What it is about; told of plans alone. */
  excerpt: string;
  language: string;
  areaId: number;
  voteCount: number;
  column: RoadmapColumn;
  decidedAt: Date;
  /** How far it is, in the team's words; told of what is being built alone. */
  officialLine: OfficialLine | null;
}

/** Cards per column; each column ends with a link to all of its suggestions. */
const cardsPerColumn = 8;
const excerptCharacters = 120;

/**
 * What is planned and being built, the most wanted first, and what shipped last. One query, bounded per column: each
 * reads the first cards of its own stretch of an index.
 */
export async function readRoadmap(ctx: Pick<Context, "rows">): Promise<Record<RoadmapColumn, RoadmapCard[]>> {
  const rows = await ctx.rows<CardRow>(roadmapSql);
  const cards = rows.map(cardOf);
  const of = (column: RoadmapColumn) => cards.filter((card) => card.column === column);
  return {
    planned: of("planned").sort(byVotes),
    started: of("started").sort(byVotes),
    shipped: of("shipped").sort((a, b) => b.decidedAt.getTime() - a.decidedAt.getTime() || b.id - a.id),
  };
}

type CardRow = Omit<RoadmapCard, "decidedAt" | "officialLine"> & OfficialLineRow & { decidedAt: unknown };

function cardOf(row: CardRow): RoadmapCard {
  const { id, number, slug, title, excerpt: text, language, areaId, voteCount, column } = row;
  return {
    ...{ id, number, slug, title, language, areaId, voteCount, column },
    excerpt: column === "planned" ? excerpt(text, excerptCharacters) : "",
    decidedAt: asDate(row.decidedAt),
    officialLine: column === "started" ? officialLineOf(row) : null,
  };
}

function byVotes(a: RoadmapCard, b: RoadmapCard): number {
  return b.voteCount - a.voteCount || b.id - a.id;
}

const columnsSql = roadmapColumns
  .map((column) => {
    const order = column === "shipped" ? `"statusChangedAt"` : `"voteCount"`;
    return `SELECT * FROM (SELECT "id", "number", "slug", "title", "excerpt", "language", "areaId", "voteCount",
      "status" AS "column", "statusChangedAt" AS "decidedAt", "lastOfficialId" FROM "Topic"
      WHERE "board" = 'suggestion' AND "isListed" = TRUE AND "status" = '${column}'
      ORDER BY ${order} DESC, "id" DESC LIMIT ${cardsPerColumn}) AS "${column}"`;
  })
  .join(" UNION ALL ");

const roadmapSql = `SELECT card.*, ${officialLineColumns} FROM (${columnsSql}) AS card
  LEFT JOIN "Reply" r ON r."id" = card."lastOfficialId" AND r."deletedAt" IS NULL
  LEFT JOIN "OfficialReply" o ON o."replyId" = r."id"`;
