import { expect, test } from "vitest";
import { Gathered, type News } from "./live-news";

const words = { one: "{count} new reply", other: "{count} new replies", status: "Changed" };
const news = (traits: Partial<News>): News => ({
  ...{ number: 12, status: "open", counts: {}, came: [], gone: [], isNew: false },
  ...traits,
});
const never = () => false;

test("replies that came are counted once, those the page shows or that went are not", () => {
  const gathered = new Gathered({ ...words, number: 12, known: "open" });
  gathered.add(news({ came: [7] }), never);
  expect(gathered.say("en", String)).toBe("1 new reply");
  gathered.add(news({ came: [7, 8, 9] }), (id) => id === 9);
  expect(gathered.say("en", String)).toBe("2 new replies");
  expect(gathered.first).toBe(7);
  gathered.add(news({ gone: [7] }), never);
  expect([gathered.first, gathered.say("en", String)]).toEqual([8, "1 new reply"]);
  gathered.add(news({ gone: [8] }), never);
  expect([gathered.first, gathered.say("en", String)]).toEqual([null, ""]);
});

test("another status is said, and no more when it is set back; other topics are not counted", () => {
  const gathered = new Gathered({ ...words, number: 12, known: "open" });
  gathered.add(news({ status: "solved", came: [7] }), never);
  expect(gathered.say("en", String)).toBe("1 new reply · Changed");
  gathered.add(news({ gone: [7] }), never);
  expect(gathered.say("en", String)).toBe("");
  gathered.add(news({ number: 13, came: [20], isNew: true }), never);
  expect(gathered.say("en", String)).toBe("");
});

test("a list counts new topics, in the words of its language", () => {
  const gathered = new Gathered({ one: "有 {count} 个新帖子", other: "有 {count} 个新帖子", status: "" });
  gathered.add(news({ number: 3, isNew: true }), never);
  gathered.add(news({ number: 3, isNew: true, came: [5] }), never);
  gathered.add(news({ number: 4, came: [6] }), never);
  expect(gathered.say("zh-CN", String)).toBe("有 1 个新帖子");
});
