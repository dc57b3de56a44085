import type { Context } from "~/features/members/context";
import { hashOf } from "./session-adapter.server";

const sessionsAtOnce = 500;

/** Which of these sessions still stand, with the role of whoever they belong to: neither ended, expired nor disabled. */
export async function findStandingSessions(
  { rows, clock }: Pick<Context, "rows" | "clock">,
  sessionIds: readonly string[],
): Promise<Map<string, string>> {
  const byHash = new Map(sessionIds.map((id) => [hashOf(id), id]));
  const hashes = [...byHash.keys()];
  const standing = new Map<string, string>();
  for (let from = 0; from < hashes.length; from += sessionsAtOnce) {
    const part = hashes.slice(from, from + sessionsAtOnce);
    const found = await rows<{ id: string; role: string }>(
      `SELECT s."id", m."role" FROM "Session" s JOIN "Member" m ON m."id" = s."memberId"
       WHERE s."id" IN (${part.map(() => "?").join(", ")}) AND s."expiresAt" > ?
         AND m."suspendedAt" IS NULL AND m."deletedAt" IS NULL`,
      [...part, clock.now()],
    );
    for (const { id, role } of found) standing.set(byHash.get(id)!, role);
  }
  return standing;
}
