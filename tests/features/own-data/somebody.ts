import { castVote } from "~/features/suggestions/voting.server";
import { attachTo } from "~/features/attachments/attaching.server";
import { storeUploads } from "~/features/attachments/taking.server";
import { setAffected } from "~/features/discussions/affecting.server";
import type { Actor } from "~/features/members/context";
import { MailSender } from "~/features/mailing/sending.server";
import { saveDraft } from "~/features/topics/drafts.server";
import { editReply, editTopic } from "~/features/topics/editing.server";
import { reactInTopic } from "~/features/topics/reacting.server";
import { setBookmark } from "~/features/topics/bookmarking.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { OutboxWorker } from "~/platform/outbox/worker.server";
import type { Platform } from "~/platform/platform";
import { composers } from "~/wiring/mails.server";
import { awaited, subscriptions } from "~/wiring/subscriptions.server";
import { aMember } from "../../factories/members";
import { aPicture } from "../../factories/pictures";
import { aDiscussion, aReply, aSuggestion } from "../../factories/topics";
import { contextFor } from "../../setup/contexts";
import type { TestPlatform } from "../../setup/platform";

/** Does everything that waits: events, jobs and mails. */
export async function settle(platform: TestPlatform): Promise<void> {
  const worker = new OutboxWorker<Platform>(platform, subscriptions, awaited);
  const sender = new MailSender(platform, composers);
  await worker.drain();
  await sender.drain();
  await worker.drain();
}

/** A member who has done a bit of everything, with the same word in all of it, among others who answered. */
export async function somebody(platform: TestPlatform, word: string) {
  const { clock, db } = platform;
  const me = await aMember(platform, {
    ...{ displayName: `Mei ${word}`, email: `${word}@members.test`, bio: `About ${word}`, locale: "en" },
    passwordHash: `hash-of-${word}`,
  });
  await db.member.update({ where: { id: me.id }, data: { emailVerifiedAt: clock.now() } });
  const other = await aMember(platform);
  await db.member.update({ where: { id: other.id }, data: { emailVerifiedAt: clock.now() } });
  const ctx = contextFor(platform, me);

  const answered = await aDiscussion(platform, { author: me, title: `Title ${word}`, body: `Body ${word}` });
  const alone = await aDiscussion(platform, { author: me, title: `Alone ${word}`, body: `Alone ${word}` });
  const theirs = await aDiscussion(platform, { author: other });
  const suggestion = await aSuggestion(platform, { author: other });
  const theirReply = await aReply(platform, answered, { author: other, body: "What others say" });
  const reply = await aReply(platform, theirs, { author: me, body: `Reply ${word}` });
  const below = await aReply(platform, theirs, { author: other, parentId: reply.id, body: "Below it" });
  await settle(platform);

  const pictures = { attachmentIds: [], version: 1 };
  await editTopic(ctx, {
    ...{ ...pictures, number: answered.number },
    ...{ title: `Better title ${word}`, body: `Better body ${word}` },
  });
  await editReply(ctx, {
    ...{ ...pictures, number: theirs.number, replyId: reply.id },
    body: `Better reply ${word}`,
  });
  await castVote(ctx, { number: suggestion.number });
  await setAffected(ctx, { number: theirs.number });
  await reactInTopic(ctx, { number: answered.number, replyId: theirReply.id, kind: "helpful", isSet: true });
  await setBookmark(ctx, { number: theirs.number });
  await db.bookmark.updateMany({ where: { memberId: me.id }, data: { note: `Note ${word}` } });
  await saveDraft(ctx, {
    form: { type: "suggestion" },
    fields: [["body", `Draft ${word}`]],
    ...{ stamp: "", writer: "w" },
  });
  const picture = await uploaded(platform, me, `${word}.png`);
  await inTransaction(ctx, (tx) => attachTo(tx, { topicId: answered.id, attachmentIds: [picture] }));
  const loose = await uploaded(platform, me, `${word}-loose.png`);
  await db.session.create({
    data: { id: `session-${word}`, memberId: me.id, expiresAt: new Date(8.64e12), device: word },
  });
  await db.recoveryCode.create({
    data: { memberId: me.id, codeHash: `code-${word}`, createdAt: clock.now() },
  });
  await settle(platform);
  return { me, other, ctx, answered, alone, theirs, suggestion, reply, below, theirReply, picture, loose };
}

async function uploaded(platform: TestPlatform, owner: Actor, name: string): Promise<string> {
  const file = await aPicture({ width: 8, height: 8, name });
  const { attachments } = await storeUploads(contextFor(platform, owner), [file]);
  return attachments[0]!.id;
}
