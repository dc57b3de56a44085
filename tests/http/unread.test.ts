import { expect, test } from "vitest";
import { days } from "~/platform/clock/clock";
import { aMember } from "../factories/members";
import { aDiscussion, aReply, aSuggestion } from "../factories/topics";
import { signedIn, testSite } from "../setup/site";

const site = await testSite();
const { platform } = site;
const sam = await aMember(platform, { name: "sam" });
const mei = await aMember(platform, { name: "mei", createdAt: new Date(0) });
const cookie = await signedIn(platform, mei.id);
const read = async (path: string, options = { cookie }) => (await site.get(path, options)).text();
const pathOf = ({ number, slug }: { number: number; slug: string }) => `/t/${number}/${slug}`;

test("a reader finds what came since their last visit, in the list and in the topic", async () => {
  const topic = await aDiscussion(platform, { author: sam });
  await aReply(platform, topic, { author: sam });
  expect(await read(pathOf(topic))).not.toContain("since your last visit");
  platform.clock.advance(days(1));
  const fresh = await aReply(platform, topic, { author: sam });

  const list = await read("/discussions");
  expect(list).toMatch(/<li class="row" data-unread="true"/);
  expect(list).toContain(`href="/t/${topic.number}/unread">1 new</a>`);
  const way = await site.get(`/t/${topic.number}/unread`, { cookie });
  expect([way.status, way.headers.get("location")]).toEqual([303, `${pathOf(topic)}#reply-${fresh.id}`]);

  const page = await read(pathOf(topic));
  expect(page).toContain("1 new reply since your last visit");
  expect(page).toMatch(new RegExp(`class="since">.*id="reply-${fresh.id}"`, "s"));
  expect(await read("/discussions")).not.toContain("1 new</a>");
});

test("a guest is shown no such marks and leaves nothing behind", async () => {
  const topic = await aSuggestion(platform, { author: sam });
  const before = await platform.db.readPosition.count();
  for (const path of [pathOf(topic), "/suggestions", "/discussions?unread=1", "/suggestions?unread=1"]) {
    const response = await site.get(path);
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(await response.text()).not.toMatch(/data-unread|new-mark|class="since"/);
  }
  expect(await platform.db.readPosition.count()).toBe(before);
});

test("the unread are a list of their own that can be cleared at once", async () => {
  const topic = await aSuggestion(platform, { author: sam, title: "Only this one is unread" });
  const list = await read("/suggestions?unread=1");
  expect(list).toContain(topic.title);
  expect(list).toContain("Mark all as read");
  const done = await site.post("/all-read", { back: "/suggestions?unread=1" }, { cookie });
  expect([done.status, done.headers.get("location")]).toEqual([303, "/suggestions?unread=1"]);
  expect(await read("/suggestions?unread=1")).toContain("You have read everything.");
  expect(await read("/discussions?unread=1")).toContain("You have read everything.");
  expect((await site.post("/all-read", { back: "//evil.example" }, { cookie })).headers.get("location")).toBe(
    "/discussions?unread=1",
  );
  expect((await site.post("/all-read", {})).status).toBe(401);
});
