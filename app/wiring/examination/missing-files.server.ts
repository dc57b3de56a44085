import { fileKey, sizesOf } from "~/features/attachments/file-keys";
import type { Platform } from "~/platform/platform";
import type { Check } from "./check";

const rowsAtOnce = 500;

/** Attachments whose bytes are gone from the store. */
export const missingFilesCheck: Check = {
  name: "attachments without their file",
  async count(platform) {
    let missing = 0;
    for await (const attachment of attachments(platform)) {
      for (const size of sizesOf(attachment))
        if (!(await platform.files.stat(fileKey(attachment.id, size)))) missing++;
    }
    return missing;
  },
};

async function* attachments({ db }: Platform): AsyncGenerator<{ id: string; mediaType: string }> {
  for (let after = ""; ;) {
    const page = await db.attachment.findMany({
      where: { id: { gt: after } },
      orderBy: { id: "asc" },
      take: rowsAtOnce,
      select: { id: true, mediaType: true },
    });
    yield* page;
    if (page.length < rowsAtOnce) return;
    after = page.at(-1)!.id;
  }
}
