import { asDate, asDateOrNull } from "~/platform/db/columns";
import { NotFound } from "~/platform/errors";
import type { Context } from "./context";
import { leadsSince, stillLeads } from "./former-names.server";
import { foldName } from "./naming";
import { isRole, type Role } from "./role";

/** A member as everybody may see them: field by field, because the rest is nobody else's business. */
export interface PublicMember {
  id: number;
  name: string;
  displayName: string;
  role: Role;
  title: string;
  bio: string;
  createdAt: Date;
  topicCount: number;
  replyCount: number;
  origin: "account" | "import" | "sample";
  isSuspended: boolean;
  /** Since when they no longer speak for the site; null for who does, and who never did. */
  leftTeamAt: Date | null;
  /** Since when they speak for the site, or did last; null where that was never written down. */
  joinedTeamAt: Date | null;
}

type Row = Omit<PublicMember, "createdAt" | "isSuspended" | "role" | "leftTeamAt" | "joinedTeamAt"> &
  Record<"createdAt" | "suspendedAt" | "leftTeamAt" | "joinedTeamAt", unknown> & { role: string };

const columns = `"id", "name", "displayName", "role", "title", "bio", "createdAt", "topicCount", "replyCount", "origin", "suspendedAt", "leftTeamAt",
  (SELECT x."fromAt" FROM "TeamTerm" x WHERE x."memberId" = "Member"."id" ORDER BY x."id" DESC LIMIT 1) AS "joinedTeamAt"`;
const longestName = 100;

/**
 * The member of this name in any case, or who gave it up lately; throws NotFound for nobody and for who has left. Callers
 * compare the name: an old one should lead to the new one.
 */
export async function getMember(ctx: Pick<Context, "rows" | "clock">, name: string): Promise<PublicMember> {
  if (name.length > longestName || /\p{Cc}/u.test(name)) throw new NotFound("member");
  const folded = foldName(name);
  const [row] = await ctx.rows<Row>(
    `SELECT ${columns} FROM "Member" WHERE "nameFolded" = ? AND "deletedAt" IS NULL`,
    [folded],
  );
  const found = row ?? (await findRenamed(ctx, folded));
  if (!found) throw new NotFound("member");
  return presented(found);
}

async function findRenamed(ctx: Pick<Context, "rows" | "clock">, folded: string): Promise<Row | undefined> {
  const [row] = await ctx.rows<Row>(
    `SELECT ${columns} FROM "Member" WHERE "deletedAt" IS NULL AND "id" = (
       SELECT n."memberId" FROM "NameChange" n WHERE n."fromFolded" = ? AND ${stillLeads} ORDER BY n."id" DESC LIMIT 1)`,
    [folded, leadsSince(ctx)],
  );
  return row;
}

/** Everybody who speaks or decides for the site today, the longest serving first. */
export async function listTeam({ rows }: Pick<Context, "rows">): Promise<PublicMember[]> {
  const found = await rows<Row>(
    `SELECT ${columns} FROM "Member" WHERE "role" IN ('moderator', 'staff', 'admin') AND "deletedAt" IS NULL AND "suspendedAt" IS NULL
     ORDER BY "createdAt", "id" LIMIT 500`,
  );
  return found.map(presented);
}

/** Everybody who spoke for the site once and does no more, the latest to leave first. */
export async function listFormerTeam({ rows }: Pick<Context, "rows">): Promise<PublicMember[]> {
  const found = await rows<Row>(
    `SELECT ${columns} FROM "Member" WHERE "leftTeamAt" IS NOT NULL AND "role" NOT IN ('staff', 'admin')
     AND "deletedAt" IS NULL ORDER BY "leftTeamAt" DESC, "id" DESC LIMIT 500`,
  );
  return found.map(presented);
}

function presented({ createdAt, suspendedAt, leftTeamAt, joinedTeamAt, role, ...row }: Row): PublicMember {
  return {
    ...row,
    role: isRole(role) ? role : "member",
    createdAt: asDate(createdAt),
    isSuspended: suspendedAt !== null,
    leftTeamAt: asDateOrNull(leftTeamAt),
    joinedTeamAt: asDateOrNull(joinedTeamAt),
  };
}
