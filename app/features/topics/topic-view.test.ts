import { expect, test } from "vitest";
import { readTopicView, topicViewPath } from "./topic-view";

const topic = { number: 12, slug: "转账-失败" };
const address = "/t/12/%E8%BD%AC%E8%B4%A6-%E5%A4%B1%E8%B4%A5";

test("the first look at a topic has the plain address", () => {
  expect(topicViewPath(topic, readTopicView(new URLSearchParams()))).toBe(address);
  expect(topicViewPath({ number: 12, slug: "" }, {})).toBe("/t/12");
});

test("every other look can be shared", () => {
  for (const view of [
    { sort: "newest" as const, from: 7 },
    { sort: "best" as const, before: 9 },
    { sort: "oldest" as const, from: 3, replyTo: 4 },
  ]) {
    const path = topicViewPath(topic, view);
    expect(readTopicView(new URL(path, "http://hearback.test").searchParams)).toMatchObject(view);
  }
});

test.each([
  "sort=random",
  "from=-1",
  "from=1e9",
  "from=99999999999",
  "before=",
  "reply-to=__proto__",
  "from=0",
])("%s looks at what everybody sees first", (query) => {
  expect(topicViewPath(topic, readTopicView(new URLSearchParams(query)))).toBe(address);
});
