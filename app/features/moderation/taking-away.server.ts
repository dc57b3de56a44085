import type { MemberContext, Tx } from "~/features/members/context";
import { giveBackAsDraft } from "~/features/topics/giving-back.server";
import { mayDeleteReply, mayDeleteTopic } from "~/features/topics/policy";
import { removeReply, removeTopic } from "~/features/topics/removing.server";
import { Forbidden } from "~/platform/errors";
import type { DecisionKind } from "./decision";
import type { RemovalInput } from "./input";
import { recordDecision } from "./recording.server";
import type { TakenPost } from "./taking-post.server";

/**
 * Takes a post from everybody and gives its author the reason and the text back, as a draft. A secret is not given back: a
 * draft would keep it where nobody looks after it.
 */
export async function takeAway(
  tx: Tx<MemberContext>,
  post: TakenPost,
  { kind, reason, note }: RemovalInput & { kind: DecisionKind },
): Promise<number> {
  const { topic, reply } = post;
  const may = reply ? mayDeleteReply(tx.actor, topic, reply) : mayDeleteTopic(tx.actor, topic);
  if (!may) throw new Forbidden("moderation.remove");
  if (reply) await removeReply(tx, topic, reply);
  else await removeTopic(tx, topic);
  if (reason !== "secret") await giveBackAsDraft(tx, post);
  return recordDecision(tx, post, { kind, act: "removed", reason, note });
}
