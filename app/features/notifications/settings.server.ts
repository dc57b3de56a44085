import type { Context, MemberContext, Tx } from "~/features/members/context";
import { asBoolean, asJson } from "~/platform/db/columns";
import { inTransaction } from "~/platform/db/transaction.server";
import { nextDigest } from "./digest-time";
import { type Choices, isWanted, noticeTypes } from "./notice";

export interface NoticeSettings {
  choices: Choices;
  isMailMuted: boolean;
  digest: "daily" | "weekly";
  digestHour: number;
  /** 1 is Monday. */
  digestDay: number;
}

const atFirst: NoticeSettings = {
  choices: {},
  isMailMuted: false,
  digest: "weekly",
  digestHour: 9,
  digestDay: 1,
};

export async function getNoticeSettings({ db, actor }: MemberContext): Promise<NoticeSettings> {
  return settingsOf(db, actor.id);
}

export async function saveNoticeSettings(ctx: MemberContext, settings: NoticeSettings): Promise<void> {
  await inTransaction(ctx, (tx) => writeNoticeSettings(tx, ctx.actor.id, settings));
}

/** What members chose, each with an answer: who chose nothing gets what new members get. */
export async function readChoices(
  { rows }: Pick<Context, "rows">,
  memberIds: readonly number[],
): Promise<Map<number, Pick<NoticeSettings, "choices" | "isMailMuted">>> {
  const chosen = new Map<number, Pick<NoticeSettings, "choices" | "isMailMuted">>(
    memberIds.map((id) => [id, atFirst]),
  );
  if (memberIds.length === 0) return chosen;
  const found = await rows<{ memberId: number; choices: unknown; isMailMuted: unknown }>(
    `SELECT "memberId", "choices", "isMailMuted" FROM "NoticeSettings"
     WHERE "memberId" IN (${memberIds.map(() => "?").join(", ")})`,
    [...memberIds],
  );
  for (const { memberId, choices, isMailMuted } of found)
    chosen.set(memberId, { choices: asJson<Choices>(choices), isMailMuted: asBoolean(isMailMuted) });
  return chosen;
}

/** For changes that come by a link in a mail: reads what is chosen and writes it changed. */
export async function changeNoticeSettings(
  ctx: Context,
  memberId: number,
  change: (settings: NoticeSettings) => NoticeSettings,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await writeNoticeSettings(tx, memberId, change(await settingsOf(tx.db, memberId)));
  });
}

async function writeNoticeSettings(tx: Tx, memberId: number, settings: NoticeSettings): Promise<void> {
  const { choices, isMailMuted, digest, digestHour, digestDay } = settings;
  const { timeZone } = await tx.db.member.findUniqueOrThrow({
    where: { id: memberId },
    select: { timeZone: true },
  });
  const hasDigest = !isMailMuted && noticeTypes.some((type) => isWanted(choices, type, "digest"));
  const nextDigestAt = hasDigest
    ? nextDigest({ digest, digestHour, digestDay, timeZone }, tx.clock.now())
    : null;
  const data = { choices, isMailMuted, digest, digestHour, digestDay, nextDigestAt };
  await tx.db.noticeSettings.upsert({ where: { memberId }, create: { memberId, ...data }, update: data });
}

async function settingsOf(db: Tx["db"], memberId: number): Promise<NoticeSettings> {
  const row = await db.noticeSettings.findUnique({ where: { memberId } });
  if (!row) return atFirst;
  const { isMailMuted, digestHour, digestDay } = row;
  return {
    ...{ isMailMuted, digestHour, digestDay },
    digest: row.digest === "daily" ? "daily" : "weekly",
    choices: row.choices as Choices,
  };
}
