import { expect, test } from "vitest";
import { aMember } from "../factories/members";
import { aDiscussion, aReply } from "../factories/topics";
import { tellEverybody } from "../features/notifications/telling";
import { signedIn, testSite } from "../setup/site";

const site = await testSite();
const { platform } = site;
const mei = await aMember(platform, { name: "mei", locale: "en" });
const sam = await aMember(platform, { name: "sam", displayName: "Sam" });
const cookie = await signedIn(platform, mei.id);
const page = { Accept: "text/html" };
const read = async (path: string, cookies = cookie, headers = {}) =>
  (await site.get(path, { cookie: cookies, headers: { ...page, ...headers } })).text();
const bell = (html: string) => /aria-label="(Notifications[^"]*)"/.exec(html)?.[1];

test("the bell counts, the page lists, reading the topic is reading the notice", async () => {
  const topic = await aDiscussion(platform, { author: mei, title: "Swap is stuck" });
  const other = await aDiscussion(platform, { author: mei, title: "Fees are odd" });
  await aReply(platform, topic, { author: sam });
  await aReply(platform, other, { author: sam });
  await tellEverybody(platform);
  expect(bell(await read("/discussions"))).toBe("Notifications, 2 unread");
  const list = await read("/notifications");
  expect(list).toContain("Sam replied");
  expect(list).toContain("Swap is stuck");
  const address = `/t/${topic.number}/${topic.slug}`;
  expect(bell(await read(address, cookie, { "Sec-Purpose": "prefetch" }))).toBe("Notifications, 2 unread");
  expect(bell(await read(address))).toBe("Notifications, 1 unread");
});

test("marking as read is a plain form, and nobody marks what is another's", async () => {
  const { id } = await platform.db.notice.findFirstOrThrow({ where: { memberId: mei.id, readAt: null } });
  const answer = await site.post(
    "/notifications/read",
    { notices: String(id), backTo: "/notifications?before=9" },
    {
      cookie: await signedIn(platform, sam.id),
    },
  );
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/notifications?before=9"]);
  expect(bell(await read("/discussions"))).toBe("Notifications, 1 unread");
  await site.post("/notifications/read", { through: String(id), backTo: "//evil.test" }, { cookie });
  expect(bell(await read("/discussions"))).toBe("Notifications");
});

test("a guest is asked to sign in and has no bell", async () => {
  const asked = await site.get("/notifications", { headers: page });
  expect([asked.status, asked.headers.get("location")]).toEqual([303, "/sign-in?next=%2Fnotifications"]);
  expect((await site.post("/notifications/read", { through: "5" })).status).toBe(401);
  expect(await (await site.get("/discussions", { headers: page })).text()).not.toContain("/notifications");
});
