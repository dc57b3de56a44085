import { mayWriteAnnouncements } from "~/features/changelog/policy";
import type { Context } from "~/features/members/context";
import { Forbidden } from "~/platform/errors";
import { type AskerFate, askersQuery, type AskReason, fateOf } from "./askers.server";

const shownEach = 30;

type AppOnly = Extract<AskerFate, { is: "app-only" }>["because"];
type Left = Extract<AskerFate, { is: "left" }>["because"];

export interface AudiencePreview {
  /** Everybody who will be told, each once. */
  told: number;
  /** Of them by mail too. */
  mailed: number;
  /** Adds up to `told`: each under their strongest reason. */
  byReason: Record<AskReason, number>;
  appOnly: Record<AppOnly, number>;
  left: Record<Left, number>;
  /** The first of those told. */
  sample: { id: number; name: string; displayName: string; reason: AskReason; isMailed: boolean }[];
}

/**
 * Who would be told of an announcement if it were published now, counted by the rules that tell and send. Two queries,
 * however many they are; for the team alone.
 */
export async function previewAudience(ctx: Context, announcementId: number): Promise<AudiencePreview> {
  if (!mayWriteAnnouncements(ctx.actor)) throw new Forbidden("announcement.publish");
  const preview: AudiencePreview = {
    told: 0,
    mailed: 0,
    byReason: { voted: 0, affected: 0, follows: 0, area: 0 },
    appOnly: { "no-address": 0, bounced: 0, "no-mail": 0 },
    left: { muted: 0, away: 0, "not-an-account": 0, "chose-nothing": 0 },
    sample: await readSample(ctx, announcementId),
  };
  const { sql, params } = askersQuery(announcementId, {});
  for (const row of await ctx.rows<Parameters<typeof fateOf>[0] & { count: unknown }>(sql, params)) {
    const count = Number(row.count);
    const fate = fateOf(row);
    if (fate.is === "left") preview.left[fate.because] += count;
    else {
      preview.told += count;
      preview.byReason[fate.reason] += count;
      if (fate.is === "mailed") preview.mailed += count;
      else preview.appOnly[fate.because] += count;
    }
  }
  return preview;
}

/** Some of those left out by their own choice may be among the rows read; they are not shown. */
async function readSample(ctx: Context, announcementId: number): Promise<AudiencePreview["sample"]> {
  const { sql, params } = askersQuery(announcementId, {
    each: `m."id", m."name", m."displayName"`,
    tail: `WHERE x."reason" IS NOT NULL AND m."origin" = 'account' AND m."suspendedAt" IS NULL AND m."deletedAt" IS NULL
      ORDER BY x."reason", m."id" LIMIT ${shownEach}`,
  });
  type Row = Parameters<typeof fateOf>[0] & { id: number; name: string; displayName: string };
  return (await ctx.rows<Row>(sql, params)).flatMap((row) => {
    const fate = fateOf(row);
    if (fate.is === "left") return [];
    const { id, name, displayName } = row;
    return { id, name, displayName, reason: fate.reason, isMailed: fate.is === "mailed" };
  });
}
