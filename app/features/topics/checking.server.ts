import { isVideo } from "~/features/attachments/attachment";
import { holdingReason, type Text } from "~/features/holding/deciding";
import { type HoldingReason, type HoldingRules, picturesOfNewcomers } from "~/features/holding/rules";
import { readHoldingRules } from "~/features/holding/rules.server";
import type { MemberContext, Tx } from "~/features/members/context";
import { isModerator } from "~/features/members/role";
import { getStanding } from "~/features/members/standing.server";
import { SignInRequired } from "~/platform/errors";
import { done, type Outcome, refused } from "~/platform/outcome";

/** What is known of whoever posts, read before the transaction; null for who is never held: trusted members and the team. */
export interface HoldingCheck {
  rules: HoldingRules;
  ownHost: string;
  isNewcomer: boolean;
  /** Posts that went through, counted as far as the rules ask. */
  earlierPosts: number;
}

export async function readHoldingCheck(ctx: MemberContext): Promise<HoldingCheck | null> {
  if (isModerator(ctx.actor)) return null;
  const [rules, standing] = await Promise.all([readHoldingRules(ctx), getStanding(ctx, ctx.actor.id)]);
  if (standing === "trusted") return null;
  return {
    rules,
    ownHost: new URL(ctx.config.origin).hostname,
    isNewcomer: standing === "newcomer",
    earlierPosts: rules.firstPosts > 0 ? await countPosts(ctx, rules.firstPosts) : 0,
  };
}

interface CheckedPost {
  text: Text;
  /** What stood there before an edit; left out for a new post. */
  before?: Text;
  /** As the post shall have them; left out, they stay as they are. */
  attachmentIds?: readonly string[];
}

export type CheckRefusal = "newcomer-pictures";

/**
 * Asked by everything that puts a text of a member before others, in its transaction: whether it waits for a moderator,
 * and why. Throws SignInRequired for an account that was suspended since the request began.
 */
export async function checkPost(
  tx: Tx<MemberContext>,
  check: HoldingCheck | null,
  { text, before, attachmentIds = [] }: CheckedPost,
): Promise<Outcome<{ heldFor: HoldingReason | null }, CheckRefusal>> {
  await requireStandingAccount(tx);
  if (!check) return done({ heldFor: null });
  const { isNewcomer, rules, ownHost, earlierPosts } = check;
  const files = await filesOf(tx, attachmentIds);
  const fresh = files.filter(({ attachedAt }) => !attachedAt);
  const pictures = files.filter((file) => !isVideo(file));
  if (isNewcomer && pictures.length > picturesOfNewcomers && fresh.some((file) => !isVideo(file)))
    return refused("newcomer-pictures");
  const heldFor = holdingReason(rules, ownHost, {
    ...{ text, before, isNewcomer },
    newFiles: fresh.length,
    earlierPosts: before ? null : earlierPosts,
  });
  return done({ heldFor });
}

/** Holds the account's row, as suspending does: of a post and a suspension at once one comes first. */
async function requireStandingAccount({ db, actor }: Tx<MemberContext>): Promise<void> {
  const standing = await db.$executeRaw`
    UPDATE "Member" SET "id" = "id" WHERE "id" = ${actor.id} AND "suspendedAt" IS NULL AND "deletedAt" IS NULL`;
  if (standing === 0) throw new SignInRequired();
}

async function filesOf({ db }: Tx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db.attachment.findMany({
    where: { id: { in: [...ids] } },
    select: { mediaType: true, attachedAt: true },
  });
}

async function countPosts({ rows, actor }: MemberContext, most: number): Promise<number> {
  const through = (table: "Topic" | "Reply") =>
    `(SELECT COUNT(*) FROM (SELECT 1 FROM "${table}" p WHERE p."authorId" = ? AND p."deletedAt" IS NULL
       AND p."heldAt" IS NULL LIMIT ${most}) AS "through")`;
  const [row] = await rows<{ posts: unknown }>(
    `SELECT ${through("Topic")} + ${through("Reply")} AS "posts"`,
    [actor.id, actor.id],
  );
  return Number(row?.posts ?? 0);
}
