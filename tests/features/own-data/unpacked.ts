import { type Entry, fromBuffer } from "yauzl";
import type { Actor } from "~/features/members/context";
import { findCopy, openCopy } from "~/features/own-data/fetching.server";
import type { Platform } from "~/platform/platform";
import { contextFor } from "../../setup/contexts";

/** The files of the copy somebody asked for, as they fetch it. */
export async function unpacked(platform: Platform, owner: Actor): Promise<Map<string, Buffer>> {
  const ctx = contextFor(platform, owner);
  const { content } = await openCopy(ctx, (await findCopy(ctx))!.key);
  const bytes = Buffer.from(await new Response(content.stream).arrayBuffer());
  const files = new Map<string, Buffer>();
  await new Promise<void>((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on("entry", (entry: Entry) =>
        zip.openReadStream(entry, (failure, stream) => {
          if (failure) return reject(failure);
          const parts: Buffer[] = [];
          stream.on("data", (part: Buffer) => parts.push(part));
          stream.on("end", () => {
            files.set(entry.fileName, Buffer.concat(parts));
            zip.readEntry();
          });
        }),
      );
      zip.on("end", resolve).on("error", reject);
      zip.readEntry();
    }),
  );
  return files;
}
