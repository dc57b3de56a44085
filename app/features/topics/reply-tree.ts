import type { PlacedReply, Reply } from "./reply";
import { ancestorPaths } from "./reply-path";

/** A reply with what hangs below it on this page. */
export interface ReplyNode {
  reply: Reply;
  children: ReplyNode[];
  /** 1 for what stands at the left edge; never more than one beyond the indented levels. */
  level: number;
  /** True when an official reply stands anywhere below, for the fold that hides it. */
  hasOfficialBelow: boolean;
}

/** Levels drawn with an indent of their own; what is deeper follows in one column and says whom it answers. */
export const indentedLevels = 4;

/**
 * Builds the trees of replies given in path order. A reply whose parents are not among them is a tree of its own: a
 * page may begin in the middle of a branch. Below the last indented level children stand beside each other.
 */
export function replyTrees(replies: readonly PlacedReply[]): ReplyNode[] {
  const trees: ReplyNode[] = [];
  const byPath = new Map<string, ReplyNode>();
  for (const { path: place, reply } of replies) {
    const above = ancestorPaths(place).flatMap((path) => byPath.get(path) ?? []);
    const holder = above.findLast(({ level }) => level <= indentedLevels);
    const node: ReplyNode = { reply, children: [], level: (holder?.level ?? 0) + 1, hasOfficialBelow: false };
    byPath.set(place, node);
    (holder ? holder.children : trees).push(node);
    if (reply.isOfficial && !reply.absence) for (const each of above) each.hasOfficialBelow = true;
  }
  return trees;
}

/** The replies of trees in the order they are read. */
export function flatTrees(trees: readonly ReplyNode[]): Reply[] {
  return trees.flatMap(({ reply, children }) => [reply, ...flatTrees(children)]);
}
