import type { Context } from "~/features/members/context";
import { asJson } from "~/platform/db/columns";
import type { DatabaseKind } from "~/platform/db/client.server";
import { type AnsweredReply, answeredColumns, answeredOf, type AnsweredRow } from "./answering.server";
import { type DraftForm, draftKey } from "./draft-form";
import { dateInJson, jsonColumn, jsonRows } from "./json-rows";
import { type Draft, draftOf, type DraftRow } from "./reading-drafts.server";
import { visibleReplyWhere } from "./visibility";

export interface Composing {
  /** The reply somebody wants to answer; null when there is none in this topic that takes an answer. */
  answered: AnsweredReply | null;
  /** What the reader left unfinished in these forms, by their keys. */
  drafts: ReadonlyMap<string, Draft>;
}

const fields = (kind: DatabaseKind) => ({
  id: `d."id"`,
  form: `d."form"`,
  version: `d."version"`,
  savedAt: `d."savedAt"`,
  values: jsonColumn(kind, `d."values"`),
  fileId: `a."id"`,
  fileName: `a."fileName"`,
  alt: `a."alt"`,
  bytes: `a."bytes"`,
});

export interface ComposingInput {
  topicId: number;
  replyId: number | undefined;
  /** The answered reply is wanted as a quote too. */
  isQuoted?: boolean;
  forms: readonly DraftForm[];
}

/** What the forms under a topic begin with, in one query; a guest, who has no form, costs none. */
export async function readComposing(
  ctx: Context,
  { topicId, replyId, isQuoted, forms }: ComposingInput,
): Promise<Composing> {
  if (!ctx.actor) return { answered: null, drafts: new Map() };
  const visible = visibleReplyWhere(ctx.actor);
  const drafts = jsonRows(ctx.databaseKind, {
    fields: fields(ctx.databaseKind),
    from: `"Draft" d LEFT JOIN "DraftPicture" p ON p."draftId" = d."id" LEFT JOIN "Attachment" a ON a."id" = p."attachmentId"
           WHERE d."memberId" = ? AND d."form" IN (${forms.map(() => "?").join(", ")})`,
    order: `d."id", p."position"`,
  });
  const [row] = await ctx.rows<Partial<AnsweredRow> & { drafts: unknown }>(
    `SELECT ${answeredColumns(isQuoted)}, ${drafts} AS "drafts" FROM (SELECT 1 AS "one") o
     LEFT JOIN "Reply" r ON r."id" = ? AND r."topicId" = ? AND ${visible.sql}
     LEFT JOIN "Member" m ON m."id" = r."authorId" LEFT JOIN "Topic" t ON t."id" = r."topicId"`,
    [ctx.actor.id, ...forms.map(draftKey), replyId ?? 0, topicId, ...visible.params],
  );
  const parts = asJson<(DraftRow & { savedAt: string })[]>(row?.drafts ?? []).map((part) => ({
    ...part,
    savedAt: dateInJson(part.savedAt),
  }));
  const keys = [...new Set(parts.map(({ form }) => form))];
  return {
    answered: row?.id ? answeredOf(ctx, row as AnsweredRow) : null,
    drafts: new Map(keys.map((key) => [key, draftOf(parts.filter(({ form }) => form === key))])),
  };
}
