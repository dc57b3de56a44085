import type { MemberContext } from "~/features/members/context";
import { areaName } from "~/features/site/area";
import { listAllAreas } from "~/features/site/areas.server";
import { visibleWhere } from "~/features/topics/visibility";
import type { Locale } from "~/locales/locales";
import { NotFound } from "~/platform/errors";
import { fillText } from "./filling";
import { listSavedReplies } from "./managing.server";
import { languageOfText, textIn } from "./saved-reply";

/** A saved reply as it reads for a topic, in the topic's language. Throws NotFound for either that is not there. */
export async function filledReply(
  ctx: MemberContext,
  { id, number }: { id: number; number: number },
): Promise<string> {
  const saved = (await listSavedReplies(ctx)).find((one) => one.id === id);
  if (!saved) throw new NotFound("saved-reply");
  const visible = visibleWhere(ctx.actor);
  const [topic] = await ctx.rows<{
    title: string;
    language: string;
    areaId: number;
    name: string;
    release: string | null;
  }>(
    `SELECT t."title", t."language", t."areaId", m."displayName" AS "name",
       (SELECT a."release" FROM "Announcement" a WHERE a."status" = 'published' AND a."release" <> ''
        ORDER BY a."publishedAt" DESC, a."id" DESC LIMIT 1) AS "release"
     FROM "Topic" t JOIN "Member" m ON m."id" = t."authorId" WHERE t."number" = ? AND ${visible.sql}`,
    [number, ...visible.params],
  );
  if (!topic) throw new NotFound("topic");
  const wanted: Locale = topic.language.startsWith("zh") ? "zh-CN" : "en";
  const area = (await listAllAreas(ctx)).find((each) => each.id === topic.areaId);
  return fillText(textIn(saved.texts, wanted), {
    name: topic.name,
    title: topic.title,
    area: area ? areaName(area, languageOfText(saved.texts, wanted)) : "",
    number: String(number),
    release: topic.release ?? "",
    me: ctx.actor.displayName,
  });
}

/** What is in a form, with the saved reply it asks for under it; the same where that is gone. */
export async function withSavedReply(
  ctx: MemberContext,
  { number, id, body }: { number: number; id: number | undefined; body: string },
): Promise<string> {
  if (id === undefined) return body;
  try {
    const text = await filledReply(ctx, { id, number });
    return body.trim() === "" ? text : `${body.trimEnd()}\n\n${text}`;
  } catch (error) {
    if (error instanceof NotFound) return body;
    throw error;
  }
}
