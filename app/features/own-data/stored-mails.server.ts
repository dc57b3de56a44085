import type { SystemContext } from "~/features/members/context";
import type { Leaving } from "~/features/members/own-data";
import { replyPath, topicPath } from "~/features/topics/paths";
import { mailFolder } from "~/platform/mail/open.server";
import { removeMatchingMails } from "~/platform/mail/stored-mails.server";

const postsAtOnce = 500;

/**
 * A site without an SMTP server keeps its mails as files for a month. Those to the address go, and those to others that tell
 * of one of the posts: they name the author and quote the text.
 */
export async function eraseStoredMails(ctx: SystemContext, leaving: Leaving): Promise<void> {
  const address = leaving.email?.toLowerCase() ?? null;
  const told = await pathsOfPosts(ctx, leaving.memberId);
  await removeMatchingMails(mailFolder(ctx.config.dataDir), ({ to, text }) => {
    if (address !== null && to.toLowerCase().includes(address)) return true;
    return pathsIn(text).some((path) => told.has(path));
  });
}

/** Addresses of topics and replies, without what may stand behind them. */
function pathsIn(text: string): string[] {
  return [...text.matchAll(/\/t\/\d+(?:\/replies\/\d+)?/g)].map(([path]) => path);
}

async function pathsOfPosts({ db }: SystemContext, authorId: number): Promise<Set<string>> {
  const paths = new Set<string>();
  for (let after = 0; ;) {
    const page = await db.topic.findMany({
      where: { authorId, id: { gt: after } },
      orderBy: { id: "asc" },
      take: postsAtOnce,
      select: { id: true, number: true },
    });
    for (const { number } of page) paths.add(topicPath({ number, slug: "" }));
    if (page.length < postsAtOnce) break;
    after = page.at(-1)!.id;
  }
  for (let after = 0; ;) {
    const page = await db.reply.findMany({
      where: { authorId, id: { gt: after } },
      orderBy: { id: "asc" },
      take: postsAtOnce,
      select: { id: true, topic: { select: { number: true } } },
    });
    for (const { id, topic } of page) paths.add(replyPath(topic.number, id));
    if (page.length < postsAtOnce) break;
    after = page.at(-1)!.id;
  }
  return paths;
}
