import { randomUUID } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { attachTo } from "~/features/attachments/attaching.server";
import { storeUploads } from "~/features/attachments/taking.server";
import { makeChallenge } from "~/features/auth/challenges.server";
import { scheduleAnnouncement } from "~/features/changelog/scheduling.server";
import type { Actor } from "~/features/members/context";
import { addNote } from "~/features/notes/writing.server";
import { unsubscribeUrl } from "~/features/notifications/unsubscribe-link.server";
import { saveReply } from "~/features/saved-replies/managing.server";
import type { Area } from "~/features/site/area";
import { stopUrl } from "~/features/subscriptions/unsubscribing.server";
import { mergeSuggestion } from "~/features/suggestions/merging.server";
import { setBookmark } from "~/features/topics/bookmarking.server";
import { saveDraft } from "~/features/topics/drafts.server";
import { days } from "~/platform/clock/clock";
import { inTransaction } from "~/platform/db/transaction.server";
import { mailFolder } from "~/platform/mail/open.server";
import { anAnnouncement } from "../../factories/announcements";
import { anOfficialReply } from "../../factories/official";
import { aPicture } from "../../factories/pictures";
import { aDiscussion, aReply, aSuggestion } from "../../factories/topics";
import { contextFor, guest } from "../../setup/contexts";
import type { TestPlatform } from "../../setup/platform";

/** Words that stand in one place each; `canaries` of a scene say where. */
export type Word = (place: string) => string;

export interface People {
  author: Actor;
  staff: Actor;
  admin: Actor;
}

export type Scene = Awaited<ReturnType<typeof makeScene>>;

/** One of each thing somebody may be kept from, in every state that hides it, by `author`; `word` fills the texts. */
export async function makeScene(
  platform: TestPlatform,
  { author, staff, admin }: People,
  { area, word }: { area: Area; word: Word },
) {
  const { db, clock } = platform;
  const now = clock.now();
  const [own, team, chief] = [author, staff, admin].map((actor) => contextFor(platform, actor));
  const texts = (place: string) => ({
    title: `About ${word(`${place} title`)}`,
    body: word(`${place} body`),
  });
  const traits = { author, areaId: area.id };

  async function topics(make: typeof aDiscussion, kind: string) {
    const open = await make(platform, { ...traits, ...texts(`open ${kind}`), tags: ["swap"] });
    const held = await make(platform, { ...traits, ...texts(`held ${kind}`), heldAt: now });
    const deleted = await make(platform, { ...traits, ...texts(`deleted ${kind}`) });
    await db.topic.update({
      where: { id: deleted.id },
      data: { deletedAt: now, deletedById: author.id, isListed: false },
    });
    return { open, held, deleted };
  }
  const problem = await topics(aDiscussion, "problem");
  const wish = await topics(aSuggestion, "suggestion");

  const merged = await aSuggestion(platform, { ...traits, ...texts("merged suggestion") });
  await mergeSuggestion(team!, { number: merged.number, into: wish.open.number });
  const ofHeld = await aReply(platform, problem.held, { author, body: word("reply in a held topic") });
  const reply = {
    open: await aReply(platform, problem.open, { author, body: word("open reply") }),
    held: await aReply(platform, problem.open, { author, body: word("held reply"), heldAt: now }),
    deleted: await aReply(platform, problem.open, { author, body: word("deleted reply"), deletedAt: now }),
  };
  const letter = await anOfficialReply(platform, problem.open, {
    author: staff,
    body: word("official reply"),
  });

  const entry = (status: "draft" | "published" | "withdrawn") =>
    anAnnouncement(platform, {
      ...{ author: staff, status, topics: [wish.open.number], release: word(`${status} release`) },
      ...texts(`${status} announcement`),
    });
  const announcement = {
    published: await entry("published"),
    draft: await entry("draft"),
    withdrawn: await entry("withdrawn"),
    scheduled: await anAnnouncement(platform, {
      ...{ author: staff, status: "draft", topics: [wish.open.number], ...texts("scheduled announcement") },
    }),
  };
  await scheduleAnnouncement(team!, {
    ...{ slug: announcement.scheduled.slug, version: 1, at: new Date(now.getTime() + days(2)) },
    ...{ timeZone: "UTC", settle: false, reply: word("scheduled reply") },
  });

  async function picture(target: { topicId: number } | { replyId: number } | null, name: string) {
    const stored = await storeUploads(own!, [await aPicture({ name: `${name}.png` })]);
    const id = stored.attachments[0]!.id;
    if (target) await inTransaction(own!, (tx) => attachTo(tx, { ...target, attachmentIds: [id] }));
    return id;
  }
  const file = {
    open: await picture({ topicId: problem.open.id }, "shot"),
    ofHeld: await picture({ topicId: problem.held.id }, word("file of a held topic")),
    unused: await picture(null, word("file of no post")),
  };

  await addNote(team!, {
    number: problem.open.number,
    body: word("internal note"),
    submission: randomUUID(),
  });
  const note = await db.internalNote.findFirstOrThrow({ orderBy: { id: "desc" } });
  await saveReply(chief!, {
    name: word("saved reply name").slice(0, 60),
    texts: { en: word("saved reply"), "zh-CN": "" },
    version: 0,
  });
  const saved = await db.savedReply.findFirstOrThrow({ orderBy: { id: "desc" } });
  await setBookmark(own!, { number: problem.open.number });
  const bookmark = await db.bookmark.findFirstOrThrow({ orderBy: { id: "desc" } });
  await db.bookmark.update({ where: { id: bookmark.id }, data: { note: word("bookmark note") } });
  await saveDraft(own!, {
    form: { type: "suggestion" },
    fields: [
      ["title", word("draft title")],
      ["body", word("draft body")],
    ],
    stamp: "",
    writer: randomUUID(),
  });
  const passkey = await db.passkey.create({
    data: {
      ...{ id: randomUUID(), memberId: author.id, publicKey: Buffer.from([1]), createdAt: now },
      name: word("passkey name").slice(0, 60),
    },
  });
  const session = await db.session.findFirstOrThrow({ where: { memberId: author.id } });

  const token = (
    purpose: "reset-password" | "confirm-address" | "subscribe",
    data: Record<string, string | string[]>,
  ) =>
    inTransaction(guest(platform), (tx) =>
      makeChallenge(tx, {
        ...{ purpose, data, validForMs: days(1) },
        ...(purpose === "subscribe" ? {} : { memberId: author.id }),
      }),
    );
  const email = `${randomUUID()}@canary.test`;
  const subscriber = await db.changelogSubscriber.create({
    data: { email, locale: "en", labels: [], confirmedAt: now },
  });
  const folder = mailFolder(platform.config.dataDir);
  const mail = `${now.getTime()}-${randomUUID()}.eml`;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, mail), "From: a@site.test\nTo: b@site.test\nSubject: Hello\n\nWords.\n");
  const pathOf = (url: string) => new URL(url).pathname;
  return {
    ...{ area, problem, wish, merged, reply, ofHeld, letter, announcement, file },
    ids: { note: note.id, saved: saved.id, bookmark: bookmark.id, passkey: passkey.id, session: session.id },
    links: {
      reset: `/reset/${await token("reset-password", { email: author.name })}`,
      confirm: `/confirm/${await token("confirm-address", { email })}`,
      subscribe: `/subscribe/${await token("subscribe", { email, locale: "en", labels: [] })}`,
      stop: pathOf(stopUrl(platform, subscriber.id)),
      unsubscribe: pathOf(unsubscribeUrl(platform, { memberId: author.id, digest: true })),
    },
    ...{ email, mail },
  };
}
