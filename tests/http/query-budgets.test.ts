import { expect, test } from "vitest";
import { storeUploads } from "~/features/attachments/taking.server";
import { attachTo } from "~/features/attachments/attaching.server";
import { acceptSolution } from "~/features/discussions/solving.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { anAnnouncement } from "../factories/announcements";
import { anArea } from "../factories/areas";
import { aMember } from "../factories/members";
import { anOfficialReply } from "../factories/official";
import { aPicture } from "../factories/pictures";
import { aThread } from "../factories/threads";
import { aDiscussion, aReply, aSuggestion, type TopicMade } from "../factories/topics";
import { contextFor } from "../setup/contexts";
import { signedIn, testSite } from "../setup/site";

// A busy community: what a page costs must not grow with it.
const site = await testSite();
const { platform } = site;
const area = await anArea(platform, { slug: "technical" });
const mei = await aMember(platform, { name: "mei" });
const lin = await aMember(platform, { name: "lin", role: "staff" });
const readers = await Promise.all(Array.from({ length: 5 }, () => aMember(platform)));
const problem = await aDiscussion(platform, { author: mei, areaId: area.id, tags: ["swap", "fees"] });
const parents = Array.from({ length: 60 }, (_none, index) => (index % 3 === 0 ? null : index - 1));
const replies = await aThread(platform, problem, { authorId: readers[0]!.id, parents });
const drawn = await aReply(platform, problem, { author: readers[1] });
const wishes: TopicMade[] = [];
for (let index = 0; index < 25; index++)
  wishes.push(await aSuggestion(platform, { author: readers[index % 5], areaId: area.id }));
for (let index = 0; index < 25; index++) {
  const kind = (["problem", "question", "experience"] as const)[index % 3];
  await aDiscussion(platform, { kind, author: readers[index % 5], areaId: area.id });
}
const entry = await anAnnouncement(platform, {
  author: lin,
  release: "2.0",
  topics: [problem.number, wishes[0]!.number],
});
for (let index = 0; index < 12; index++)
  await anAnnouncement(platform, { author: lin, topics: [wishes[index]!.number], settle: index % 2 === 0 });
for (const parentId of [undefined, replies[0]])
  await anOfficialReply(platform, problem, { author: lin, parentId, announcementIds: [entry.id] });
const letter = await anOfficialReply(platform, wishes[1]!, { author: lin });
for (const target of [{ topicId: problem.id }, { replyId: drawn.id }]) {
  const stored = await storeUploads(contextFor(platform, mei), [await aPicture()]);
  const attachmentIds = stored.attachments.map(({ id }) => id);
  await inTransaction(contextFor(platform, mei), (tx) => attachTo(tx, { ...target, attachmentIds }));
}
await platform.db.topic.update({ where: { id: problem.id }, data: { attachmentCount: 1 } });
await platform.db.reply.update({ where: { id: drawn.id }, data: { attachmentCount: 1 } });
await acceptSolution(contextFor(platform, mei), { number: problem.number, replyId: replies[4]! });

const cookies = { member: await signedIn(platform, mei.id), staff: await signedIn(platform, lin.id) };
const topicPage = `/t/${problem.number}/${problem.slug}`;

const budgets: [path: string, guest: number, signedIn: number][] = [
  [topicPage, 6, 9],
  [`${topicPage}?sort=newest`, 6, 9],
  [`${topicPage}?reply-to=${replies[1]}`, 6, 9],
  [`/t/${wishes[0]!.number}/${wishes[0]!.slug}`, 6, 9],
  [`/t/${problem.number}/replies/${replies[0]}/branch`, 6, 9],
  ["/discussions", 4, 6],
  ["/discussions?kind=problem&area=technical&sort=affected", 4, 6],
  ["/suggestions", 4, 6],
  ["/suggestions?sort=new&area=technical", 4, 6],
  ["/roadmap", 4, 6],
  ["/changelog", 4, 6],
  [`/changelog/${entry.slug}`, 4, 6],
  ["/", 6, 8],
  ["/search?q=topic", 6, 9],
  ["/members/mei", 4, 6],
  ["/staff", 4, 6],
  ["/me", 1, 6],
  ["/me/following", 1, 6],
  ["/me/bookmarks", 1, 6],
  [`/t/${problem.number}/replies/${replies[0]}/reactions/people`, 2, 6],
  [`/official/${letter.reference}`, 4, 6],
  ["/discussions/new?kind=problem", 4, 6],
  ["/suggestions/new", 4, 6],
  ["/feeds/all.atom", 5, 5],
  ["/feeds", 1, 3],
  // A member's session and bell.
  ["/sign-in", 1, 2],
  ["/no-such-page", 1, 2],
];

test.each(budgets)(
  "%s costs a guest at most %i queries and a member at most %i",
  async (path, forGuest, forMember) => {
    expect(await spent(path)).toBeLessThanOrEqual(forGuest);
    expect(await spent(path, cookies.member)).toBeLessThanOrEqual(forMember);
    // Who answers a topic, and what staff say of it among themselves, is one more.
    const forStaff = forMember + (path.startsWith("/t/") ? 1 : 0);
    expect(await spent(path, cookies.staff)).toBeLessThanOrEqual(forStaff);
  },
);

async function spent(path: string, cookie?: string): Promise<number> {
  const ask = () => site.get(path, { cookie, headers: { Accept: "text/html" } });
  await ask();
  // What is kept for seconds is read anew; what every page shares is not counted against one.
  platform.clock.advance(6_000);
  await site.get("/suggestions/new", { headers: { Accept: "text/html" } });
  for (const shared of ["/inbox", `/t/${wishes[2]!.number}/official`])
    await site.get(shared, { cookie: cookies.staff, headers: { Accept: "text/html" } });
  platform.queries.length = 0;
  expect((await ask()).status).toBeLessThan(500);
  return platform.queries.length;
}
