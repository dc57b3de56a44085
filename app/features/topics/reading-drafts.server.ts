import { type KeptUpload, writeKeptUploads } from "~/features/attachments/kept-uploads";
import type { Context, MemberContext } from "~/features/members/context";
import { asDate, asJson } from "~/platform/db/columns";
import { excerpt } from "~/platform/text/excerpt";
import { type DraftForm, draftKey, readDraftKey } from "./draft-form";
import { stampOf } from "./drafts.server";
import { visibleWhere } from "./visibility";

const excerptCharacters = 160;

/** What was typed into a form and not sent, ready to be shown in it again: `values` as after a refusal, pictures included. */
export interface Draft {
  stamp: string;
  savedAt: Date;
  values: Record<string, string>;
}

/** A draft with one of its pictures; as many rows as it has pictures, and at least one. */
export interface DraftRow {
  id: number;
  form: string;
  version: number;
  savedAt: unknown;
  values: unknown;
  fileId: string | null;
  mediaType: KeptUpload["mediaType"];
  fileName: string;
  alt: string;
  bytes: number;
}

/** The reader's drafts of these forms, by their keys. One query; none for a guest. */
export async function findDrafts(
  ctx: Context,
  forms: readonly DraftForm[],
): Promise<ReadonlyMap<string, Draft>> {
  if (!ctx.actor || forms.length === 0) return new Map();
  const rows = await ctx.rows<DraftRow>(
    `SELECT d."id", d."form", d."version", d."savedAt", d."values", a."id" AS "fileId", a."mediaType", a."fileName", a."alt", a."bytes"
     FROM "Draft" d LEFT JOIN "DraftPicture" p ON p."draftId" = d."id" LEFT JOIN "Attachment" a ON a."id" = p."attachmentId"
     WHERE d."memberId" = ? AND d."form" IN (${forms.map(() => "?").join(", ")}) ORDER BY d."id", p."position"`,
    [ctx.actor.id, ...forms.map(draftKey)],
  );
  const found = [...new Set(rows.map(({ form }) => form))];
  return new Map(found.map((form) => [form, draftOf(rows.filter((row) => row.form === form))]));
}

export async function findDraft(ctx: Context, form: DraftForm): Promise<Draft | null> {
  return (await findDrafts(ctx, [form])).get(draftKey(form)) ?? null;
}

/** A draft among all of a member's. */
export interface ListedDraft {
  form: DraftForm;
  savedAt: Date;
  title: string;
  excerpt: string;
  pictureCount: number;
  /** The topic it is about, when it still can be read; null for what begins a new one. */
  topic: { number: number; title: string; language: string } | null;
  /** It is about a topic that is gone: the text can be read and copied, and not be posted there. */
  isStranded: boolean;
}

interface ListedRow {
  form: string;
  savedAt: unknown;
  values: unknown;
  topicNumber: number | null;
  pictureCount: number | bigint;
  title: string | null;
  language: string | null;
}

/** All that the member left unfinished, the latest first. Bounded by how many one may keep. */
export async function listDrafts(ctx: MemberContext): Promise<ListedDraft[]> {
  const visible = visibleWhere(ctx.actor);
  const rows = await ctx.rows<ListedRow>(
    `SELECT d."form", d."savedAt", d."values", d."topicNumber", t."title", t."language",
            (SELECT COUNT(*) FROM "DraftPicture" p WHERE p."draftId" = d."id") AS "pictureCount"
     FROM "Draft" d LEFT JOIN "Topic" t ON t."number" = d."topicNumber" AND ${visible.sql}
     WHERE d."memberId" = ? ORDER BY d."savedAt" DESC, d."id" DESC`,
    [...visible.params, ctx.actor.id],
  );
  return rows.flatMap((row) => {
    const form = readDraftKey(row.form);
    return form ? [listed(row, form)] : [];
  });
}

function listed(row: ListedRow, form: DraftForm): ListedDraft {
  const { title = "", body, did, happened, want } = asJson<Record<string, string>>(row.values);
  const text = [body, did, happened, want].filter(Boolean).join(" ");
  const isAbout = row.topicNumber !== null;
  return {
    form,
    savedAt: asDate(row.savedAt),
    title,
    excerpt: excerpt(text, excerptCharacters),
    pictureCount: Number(row.pictureCount),
    topic:
      isAbout && row.title !== null
        ? { number: row.topicNumber!, title: row.title, language: row.language ?? "en" }
        : null,
    isStranded: isAbout && row.title === null,
  };
}

export function draftOf(rows: readonly DraftRow[]): Draft {
  const [first] = rows;
  const attachments: KeptUpload[] = rows.flatMap(({ fileId, mediaType, fileName, alt, bytes }) =>
    fileId ? [{ id: fileId, mediaType, fileName, alt, bytes }] : [],
  );
  return {
    stamp: stampOf(first!),
    savedAt: asDate(first!.savedAt),
    values: {
      ...asJson<Record<string, string>>(first!.values),
      ...writeKeptUploads({ attachments, refusals: [] }),
    },
  };
}
