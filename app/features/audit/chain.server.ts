import { createHash } from "node:crypto";
import type { ChainedEntry } from "./entry";

/** What the first entry follows. */
export const beginning = "0".repeat(64);

/** SHA-256, in hex, over the hash of the entry before and everything this one says: neither changes without the other. */
export function hashOf(previousHash: string, entry: ChainedEntry): string {
  const { id, at, kind, actorId, actorName, detail } = entry;
  const content = JSON.stringify([id, at.toISOString(), kind, actorId, actorName, detail]);
  return createHash("sha256").update(`${previousHash}\n${content}`, "utf8").digest("hex");
}
