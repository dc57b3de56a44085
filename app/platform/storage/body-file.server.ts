import { randomBytes } from "node:crypto";
import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import type { FileBody } from "./port";

export interface BodyFile {
  path: string;
  size: number;
}

/** Writes a body to a new file in the folder and flushes it to the disk. Removes the file again when the body fails. */
export async function writeBodyFile(folder: string, body: FileBody): Promise<BodyFile> {
  const path = join(folder, randomBytes(16).toString("hex"));
  const file = await open(path, "wx", 0o600);
  let size = 0;
  try {
    for await (const chunk of chunksOf(body)) {
      await file.writeFile(chunk);
      size += chunk.byteLength;
    }
    await file.sync();
  } catch (error) {
    await file.close();
    await rm(path, { force: true });
    throw error;
  }
  await file.close();
  return { path, size };
}

async function* chunksOf(body: FileBody): AsyncIterable<Uint8Array> {
  if (body instanceof Uint8Array) {
    yield body;
    return;
  }
  // A web stream is iterable in Node; the DOM's type does not say so.
  yield* body as AsyncIterable<Uint8Array>;
}
