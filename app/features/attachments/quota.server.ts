import type { MemberContext, Tx } from "~/features/members/context";
import { readSite } from "~/features/site/settings.server";

/** What one member may keep on the site, all uploads together. */
export async function quotaBytes(ctx: MemberContext): Promise<number> {
  const { uploadMegabytes } = await readSite(ctx);
  return uploadMegabytes * 1e6;
}

/** What the member keeps now. Summed up from the files themselves, so that there is no counter to go wrong. */
export async function usedBytes({ db, actor }: Tx<MemberContext> | MemberContext): Promise<number> {
  const [row] = await db.$queryRaw<{ used: unknown }[]>`
    SELECT COALESCE(SUM("bytes"), 0) AS "used" FROM "Attachment" WHERE "ownerId" = ${actor.id}`;
  return Number(row?.used ?? 0);
}
