import { sendAccountMail } from "~/features/mailing/account-mails.server";
import type { Context, MemberContext, Tx } from "~/features/members/context";
import { inTransaction } from "~/platform/db/transaction.server";
import { NotFound } from "~/platform/errors";
import { done, type Outcome, refused } from "~/platform/outcome";
import { hashOf } from "../session-adapter.server";
import { openSession, revokeAllSessions, type Visit } from "../sessions.server";
import { holdMember, keepingAWayIn, requireWayIn } from "../ways-in.server";
import { appIssuer, issuersOf } from "./issuers";
import type { ExternalPerson } from "./person";

type Who = Pick<ExternalPerson, "issuer" | "subject">;

export interface OwnIdentity {
  /** Names it in addresses. */
  handle: string;
  /** What people know the other place as; null for the product's own app. */
  place: string | null;
  /** False where the site no longer takes that place's word. */
  isInUse: boolean;
  createdAt: Date;
}

export async function listIdentities(ctx: MemberContext): Promise<OwnIdentity[]> {
  const found = await ctx.db.externalIdentity.findMany({
    where: { memberId: ctx.actor.id },
    orderBy: { createdAt: "asc" },
  });
  const inUse = issuersOf(ctx.config);
  return found.map(({ issuer, subject, createdAt }) => ({
    handle: handleOf({ issuer, subject }),
    place: placeOf(ctx, issuer),
    isInUse: inUse.includes(issuer),
    createdAt,
  }));
}

/** What people know an issuer as; null for the product's own app. */
export function placeOf({ config }: Pick<Context, "config">, issuer: string): string | null {
  if (issuer === appIssuer) return null;
  if (config.oidc?.issuer === issuer) return config.oidc.name;
  return URL.canParse(issuer) ? new URL(issuer).hostname : issuer;
}

/**
 * Adds a way into the own account: from now on whoever that place vouches for gets in. The route asks for a fresh proof
 * first; without it a browser left open could be turned into a lasting way in for somebody else.
 */
export async function linkIdentity(
  ctx: MemberContext,
  who: Who,
): Promise<Outcome<Record<never, never>, "identity-taken" | "identity-already">> {
  const memberId = ctx.actor.id;
  const { issuer } = who;
  return inTransaction(ctx, async (tx) => {
    await holdMember(tx, memberId);
    if ((await tx.db.externalIdentity.count({ where: { memberId, issuer } })) > 0)
      return refused("identity-already");
    if (!(await keepIdentity(tx, memberId, who))) return refused("identity-taken");
    await sendAccountMail(tx, { type: "identity-linked", memberId });
    return done({});
  });
}

/** Takes a way in away, and signs out every other device: one of them may have come in by it. The last one stays. */
export async function unlinkIdentity(
  ctx: MemberContext,
  handle: string,
  visit: Visit,
): Promise<Outcome<{ cookie: string }, "last-way-in">> {
  const memberId = ctx.actor.id;
  return keepingAWayIn(async () => {
    await inTransaction(ctx, async (tx) => {
      await holdMember(tx, memberId);
      const own = await tx.db.externalIdentity.findMany({ where: { memberId } });
      const who = own.find((each) => handleOf(each) === handle);
      if (!who) throw new NotFound("identity");
      const { issuer, subject } = who;
      await tx.db.externalIdentity.delete({ where: { issuer_subject: { issuer, subject } } });
      await requireWayIn(tx, memberId);
      await revokeAllSessions(tx, memberId);
      await sendAccountMail(tx, { type: "identity-removed", memberId });
    });
    return done({ cookie: await openSession(ctx, memberId, { ...visit, replaces: null }) });
  });
}

/** False when somebody's account holds this identity already; a unique violation would end the whole transaction. */
export async function keepIdentity(tx: Tx, memberId: number, { issuer, subject }: Who): Promise<boolean> {
  const kept = await tx.db.$executeRaw`
    INSERT INTO "ExternalIdentity" ("issuer", "subject", "memberId", "createdAt")
    VALUES (${issuer}, ${subject}, ${memberId}, ${tx.clock.now()}) ON CONFLICT DO NOTHING`;
  return kept === 1;
}

function handleOf({ issuer, subject }: Who): string {
  return hashOf(`${issuer}\n${subject}`);
}
