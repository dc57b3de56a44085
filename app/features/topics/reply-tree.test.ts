import { expect, test } from "vitest";
import type { PlacedReply, Reply } from "./reply";
import { childPath } from "./reply-path";
import { type ReplyNode, replyTrees } from "./reply-tree";

function aReplyAt(steps: readonly number[], traits: Partial<Reply> = {}): PlacedReply {
  const path = steps.reduce(childPath, "");
  const id = Number(steps.join(""));
  return { path, reply: { id, isOfficial: false, absence: null, ...traits } as Reply };
}

const outline = (nodes: readonly ReplyNode[]): unknown[] =>
  nodes.map(({ reply, children }) => (children.length ? [reply.id, ...outline(children)] : reply.id));

test("replies in path order become the trees they are", () => {
  const replies = [[1], [1, 1], [1, 1, 1], [1, 2], [2]].map((steps) => aReplyAt(steps));
  expect(outline(replyTrees(replies))).toEqual([[1, [11, 111], 12], 2]);
});

test("below the fourth indent what follows stands in one column", () => {
  const chain = Array.from({ length: 8 }, (_, index) => aReplyAt(Array(index + 1).fill(1)));
  expect(outline(replyTrees(chain))).toEqual([[1, [11, [111, [1111, 11111, 111111, 1111111, 11111111]]]]]);
  const last = replyTrees(chain)[0]!.children[0]!.children[0]!.children[0]!.children;
  expect(last.map(({ level }) => level)).toEqual([5, 5, 5, 5]);
});

test("a page that begins in the middle of a branch begins at the left edge", () => {
  const replies = [[1, 2, 3], [1, 2, 3, 1], [1, 3], [2]].map((steps) => aReplyAt(steps));
  expect(outline(replyTrees(replies))).toEqual([[123, 1231], 13, 2]);
});

test("a fold says that the team is inside, at any depth, unless its word is gone", () => {
  const official = { isOfficial: true };
  const trees = replyTrees([
    aReplyAt([1]),
    aReplyAt([1, 1]),
    aReplyAt([1, 1, 1], official),
    aReplyAt([2]),
    aReplyAt([2, 1], { ...official, absence: "removed" }),
  ]);
  expect(trees.map(({ hasOfficialBelow }) => hasOfficialBelow)).toEqual([true, false]);
  expect(trees[0]!.children[0]!.hasOfficialBelow).toBe(true);
});
