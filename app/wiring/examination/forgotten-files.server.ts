import { idOfKey } from "~/features/attachments/file-keys";
import { hours } from "~/platform/clock/clock";
import type { Platform } from "~/platform/platform";
import type { Check } from "./check";

const keysAtOnce = 500;
// Younger ones may be on their way in or out: a row is made before its files and goes before them.
const forgottenAfterMs = hours(24);

/** Files in the store that no attachment knows: what a deletion that never came through has left. */
export const forgottenFilesCheck: Check = {
  name: "stored files without their attachment",
  async count(platform) {
    let count = 0;
    for await (const keys of forgotten(platform)) count += keys.length;
    return count;
  },
  async fix(platform) {
    let fixed = 0;
    for await (const keys of forgotten(platform)) {
      for (const key of keys) await platform.files.delete(key);
      fixed += keys.length;
    }
    return fixed;
  },
};

async function* forgotten({ db, files, clock }: Platform): AsyncGenerator<string[]> {
  const before = clock.now().getTime() - forgottenAfterMs;
  let page: string[] = [];
  for await (const { key, modifiedAt } of files.list("uploads/")) {
    if (modifiedAt.getTime() < before) page.push(key);
    if (page.length < keysAtOnce) continue;
    yield await unknownOf(db, page);
    page = [];
  }
  yield await unknownOf(db, page);
}

async function unknownOf(db: Platform["db"], keys: string[]): Promise<string[]> {
  const ids = keys.map(idOfKey).filter((id) => id !== null);
  const rows = await db.attachment.findMany({ where: { id: { in: ids } }, select: { id: true } });
  const known = new Set(rows.map(({ id }) => id));
  return keys.filter((key) => !known.has(idOfKey(key) ?? ""));
}
