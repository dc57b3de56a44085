import { randomInt } from "node:crypto";
import type { Tx } from "~/features/members/context";
import type { OfficialType } from "./official-reply";
import { newReference } from "./reference";
import { textHash } from "./text-hash.server";

export interface Seal {
  replyId: number;
  topicId: number;
  type: OfficialType;
  statusSet: string | null;
  /** As they are called now: both stay on the letter whatever becomes of the member. */
  author: { displayName: string; title: string };
  body: string;
  postedAt: Date;
}

const maxAttempts = 40;

/** Makes a reply official: what it was, who stood for it, and a reference nobody else has. Answers with the reference. */
export async function sealReply(tx: Tx, seal: Seal): Promise<string> {
  const { replyId, topicId, type, statusSet, author, postedAt } = seal;
  const hash = textHash(seal.body);
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const reference = newReference(randomInt, attempt);
    const inserted = await tx.db.$executeRaw`
      INSERT INTO "OfficialReply"
        ("replyId", "topicId", "reference", "type", "statusSet", "authorName", "authorTitle", "textHash", "postedAt")
      VALUES (${replyId}, ${topicId}, ${reference}, ${type}, ${statusSet}, ${author.displayName}, ${author.title},
              ${hash}, ${postedAt})
      ON CONFLICT ("reference") DO NOTHING`;
    if (inserted === 1) return reference;
  }
  throw new Error("No free reference was found");
}
