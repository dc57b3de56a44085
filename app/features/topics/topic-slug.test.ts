import { expect, test } from "vitest";
import routes from "~/routes";
import { topicSlug } from "./topic-slug";

test("a topic is addressed by its title", () => {
  expect(topicSlug("Swap stuck on “pending”")).toBe("swap-stuck-on-pending");
  expect(topicSlug("转账失败")).toBe("转账失败");
});

test("no title leads to the address of something done to a topic", () => {
  const taken = (routes as { path?: string }[]).flatMap(
    ({ path }) => /^t\/:number\/([a-z-]+)$/.exec(path ?? "")?.[1] ?? [],
  );
  expect(taken).toContain("history");
  for (const word of taken) expect(taken).not.toContain(topicSlug(word));
});
