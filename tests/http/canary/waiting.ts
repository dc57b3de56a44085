import { randomUUID } from "node:crypto";
import { postDiscussion } from "~/features/discussions/posting.server";
import type { Actor } from "~/features/members/context";
import { releaseReply } from "~/features/topics/holding.server";
import { postSuggestion } from "~/features/suggestions/posting.server";
import { deleteReply } from "~/features/topics/deleting.server";
import { editReply } from "~/features/topics/editing.server";
import { takeReply, takeTopic } from "~/features/topics/taking.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { contextFor } from "../../setup/contexts";
import { signedIn, type TestSite } from "../../setup/site";
import { link } from "./hidden-posts";
import type { Open } from "./open";

interface Waiting {
  open: Open;
  area: { slug: string };
  poster: Actor;
  moderator: Actor;
}

/** What somebody does of which nobody else may notice anything, one after the other. */
export function quietActs(
  site: TestSite,
  { open, area, poster }: Waiting,
): [string, () => Promise<unknown>][] {
  const { platform } = site;
  const ctx = contextFor(platform, poster);
  const { number } = open.problem;
  const text = { title: `The exchange ${link}`, body: `Look at this exchange: ${link}` };
  const form = () => ({ area: area.slug, attachmentIds: [], submission: randomUUID() });
  const sendReply = async (parent?: number) => {
    const fields = {
      body: text.body,
      submission: randomUUID(),
      ...(parent && { "reply-to": String(parent) }),
    };
    const cookie = await signedIn(platform, poster.id);
    const sent = await site.post(`/t/${number}/replies`, fields, {
      cookie,
      headers: { Accept: "text/html" },
    });
    const reply = await latestReply(site);
    if (sent.status !== 303 || !reply.heldAt) throw new Error(`Not held: ${sent.status}`);
  };
  return [
    [
      "replies that are held",
      async () => {
        await sendReply();
        await sendReply(open.reply.id);
      },
    ],
    [
      "one of them changed and taken back",
      async () => {
        const { id } = await latestReply(site);
        await editReply(ctx, { number, replyId: id, body: `${text.body} now`, version: 1 });
        await deleteReply(ctx, { number, replyId: id });
      },
    ],
    [
      "a question and a suggestion that are held",
      async () => {
        await postDiscussion(ctx, { ...form(), ...text, kind: "question", tags: ["swap"] });
        await postSuggestion(ctx, { ...form(), ...text });
      },
    ],
  ];
}

/** Lets the first of the held replies be seen. */
export async function release({ platform }: TestSite, { open, moderator, poster }: Waiting): Promise<void> {
  const { id } = await platform.db.reply.findFirstOrThrow({ where: { authorId: poster.id } });
  await inTransaction(contextFor(platform, moderator), async (tx) => {
    const topic = await takeTopic(tx, { number: open.problem.number });
    await releaseReply(tx, topic, await takeReply(tx, topic, id));
  });
}

function latestReply({ platform }: TestSite) {
  return platform.db.reply.findFirstOrThrow({ orderBy: { id: "desc" } });
}
