import { createHash } from "node:crypto";

/** SHA-256 of a text as it was written, its UTF-8 bytes, in hex: what `sha256sum` says of a file with that text. */
export function textHash(body: string): string {
  return createHash("sha256").update(body, "utf8").digest("hex");
}
