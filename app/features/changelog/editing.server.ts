import { replaceAttachments } from "~/features/attachments/attaching.server";
import { hideAttachments } from "~/features/attachments/hiding.server";
import type { MemberContext, Tx } from "~/features/members/context";
import { endDraft } from "~/features/topics/drafts.server";
import { type PreparedText, prepareText } from "~/features/topics/text.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { Forbidden, NotFound } from "~/platform/errors";
import { appendEvent } from "~/platform/outbox/append.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import type { UnknownTopics } from "./drafting.server";
import { announcementEdited } from "./events";
import type { AnnouncementInput } from "./input";
import { findTopicsToLink, setLinks } from "./linking.server";
import { mayWriteAnnouncements } from "./policy";

export interface EditInput extends AnnouncementInput {
  slug: string;
  /** The version the editor saw; an older one than the present is refused and both texts are shown. */
  version: number;
  attachmentIds: readonly string[];
  alts?: Readonly<Record<string, string>>;
  /** Stamp of the draft it was written from, and the key of the page that wrote it. */
  draft?: string;
  submission?: string;
}

/**
 * Changes what an announcement says, in whatever state it is. Its address stays, nobody is told, and what it said
 * before can be read in its history once it has been public.
 */
export async function editAnnouncement(
  ctx: MemberContext,
  input: EditInput,
): Promise<Outcome<{ version: number }, "changed-meanwhile"> | UnknownTopics> {
  if (!mayWriteAnnouncements(ctx.actor)) throw new Forbidden("announcement.write");
  const text = await prepareText(ctx, { title: input.title, body: input.body });
  return inTransaction(ctx, async (tx) => {
    const { topics, unknown } = await findTopicsToLink(tx, input.topics);
    if (unknown.length > 0)
      return { ok: false as const, reason: "unknown-topics" as const, numbers: unknown };
    const before = await tx.db.announcement.findUnique({ where: { slug: input.slug } });
    if (!before) throw new NotFound("announcement");

    const hasNewText = before.title !== text.title || before.body !== text.body;
    // The version is asked by the write itself: of two editors at once, the second finds it gone.
    const { count } = await tx.db.announcement.updateMany({
      where: { id: before.id, version: input.version },
      data: {
        ...textColumns(text, input),
        version: { increment: 1 },
        ...(hasNewText ? { editedAt: tx.clock.now() } : {}),
      },
    });
    if (count === 0) return refused("changed-meanwhile");

    if (hasNewText) await keepRevision(tx, before);
    await setLinks(tx, { announcementId: before.id, topicIds: topics.map((topic) => topic.id) });
    await setPictures(tx, before, input);
    await endDraft(tx, { stamp: input.draft, writer: input.submission ?? "" });
    if (before.status === "published") await appendEvent(tx, announcementEdited(before.id));
    return done({ version: input.version + 1 });
  });
}

function textColumns(text: PreparedText & { title: string }, input: EditInput) {
  const { title, body, bodyHtml, excerpt, language, rendererVersion } = text;
  return {
    title,
    body,
    bodyHtml,
    excerpt,
    language,
    rendererVersion,
    release: input.release,
    labels: input.labels,
  };
}

/** What stood there until now, under the version it had. */
async function keepRevision(
  tx: Tx<MemberContext>,
  before: { id: number; version: number; title: string; body: string; status: string },
): Promise<void> {
  await tx.db.revision.create({
    data: {
      announcementId: before.id,
      version: before.version,
      title: before.title,
      body: before.body,
      wasOpen: before.status === "published",
      editorId: tx.actor.id,
      createdAt: tx.clock.now(),
    },
  });
}

async function setPictures(
  tx: Tx<MemberContext>,
  before: { id: number; status: string },
  { attachmentIds, alts }: EditInput,
): Promise<void> {
  const { coverId } = await replaceAttachments(tx, { announcementId: before.id, attachmentIds, alts });
  await tx.db.announcement.update({ where: { id: before.id }, data: { coverId } });
  if (before.status !== "published") await hideAttachments(tx, { announcementId: before.id });
}
