import type { Context } from "~/features/members/context";
import { foldName } from "~/features/members/naming";
import { Forbidden } from "~/platform/errors";
import { mayVoteFor } from "./policy";

const found = 8;

export interface FoundMember {
  name: string;
  displayName: string;
}

/** Members staff can vote for: by the beginning of their name, or any part of the name shown. */
export async function findVoters(ctx: Context, { words }: { words: string }): Promise<FoundMember[]> {
  if (!mayVoteFor(ctx.actor)) throw new Forbidden("suggestion.vote-for");
  const asked = foldName(words.trim().replace(/^@/, "")).slice(0, 60);
  if (asked === "") return [];
  const literal = asked.replace(/[\\%_]/g, "\\$&");
  return ctx.rows<FoundMember>(
    `SELECT m."name", m."displayName" FROM "Member" m
     WHERE m."origin" = 'account' AND m."deletedAt" IS NULL AND m."suspendedAt" IS NULL
       AND (m."nameFolded" LIKE ? ESCAPE '\\' OR LOWER(m."displayName") LIKE ? ESCAPE '\\')
     ORDER BY m."nameFolded" LIMIT ${found}`,
    [`${literal}%`, `%${literal}%`],
  );
}
