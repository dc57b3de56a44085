import type { Context, MemberContext } from "~/features/members/context";
import { isRole, type Role } from "~/features/members/role";
import { emptySite } from "~/features/site/site";
import { readSite } from "~/features/site/settings.server";
import { hours } from "~/platform/clock/clock";
import { SignInRequired } from "~/platform/errors";
import { readCookie } from "~/platform/http/cookies";
import type { RequestContext } from "~/platform/http/load-context";
import { chooseLocale } from "./choosing-locale";
import { proofLasts } from "./proof-lasts";
import { sessionsOf } from "./lucia.server";
import { noteVisit } from "./visits.server";

// Who sets up a site, or has just been appointed, can work before looking for a phone.
const firstDayMs = hours(24);

/** What Remix hands to a loader or action, as far as identifying needs it. */
export interface RequestArgs {
  request: Request;
  context: RequestContext;
}

/** "second-factor-due" is a warning: the rights still work. */
export type Resting = "second-factor-missing" | "second-factor-due" | "proof-old";

/** Everything a request says about who sent it. */
export interface Identity {
  ctx: Context;
  /** Null without a valid session. */
  sessionId: string | null;
  /** The account's choice; null for guests, whose choice is in a cookie. */
  theme: string | null;
  timeZone: string;
  /** When the person last proved to be there; null for guests. */
  provenAt: Date | null;
  /** Why rights of the team rest in this session; null for whoever has none or may use them. */
  resting: Resting | null;
}

/** Who asks: a context for this request, signed in or not. Several loaders of one request share the look-up. */
export async function visitor(args: RequestArgs): Promise<Context> {
  return (await identityOf(args)).ctx;
}

/** Like `visitor`, for pages and changes that need somebody: throws SignInRequired for everybody else. */
export async function requireMember(args: RequestArgs): Promise<MemberContext> {
  const ctx = await visitor(args);
  if (!ctx.actor) throw new SignInRequired();
  return ctx as MemberContext;
}

export async function identityOf({ request, context }: RequestArgs): Promise<Identity> {
  const { platform, memo } = context;
  let known = memo.get("identity") as Promise<Identity> | undefined;
  if (!known) {
    known = identify(platform, request);
    memo.set("identity", known);
  }
  return known;
}

/**
 * For the page that tells of the second step it has just set up: on it nobody is asked for one. The rights themselves
 * wake with the session the answer brings.
 */
export async function endResting(args: RequestArgs): Promise<void> {
  const identity = await identityOf(args);
  args.context.memo.set("identity", Promise.resolve({ ...identity, resting: null }));
}

async function identify(platform: RequestContext["platform"], request: Request): Promise<Identity> {
  const sessions = sessionsOf(platform);
  const sessionId = readCookie(request, sessions.sessionCookieName);
  const [{ user, session }, site] = await Promise.all([
    sessionId ? sessions.validateSession(sessionId) : { user: null, session: null },
    readSite(platform),
  ]);
  // A disabled account is signed out everywhere at its next request, whatever sessions it still has.
  const member = user && !user.isDisabled ? user : null;
  if (member && session) await noteVisit(platform, session, member.id);
  const role: Role = isRole(member?.role) ? member.role : "member";
  const provenAt = session?.provenAt ?? null;
  const resting = member ? restingReason(platform, { ...member, role, provenAt }, site) : null;
  const mayActAs = resting === null || resting === "second-factor-due" ? role : "member";
  return {
    provenAt: member ? provenAt : null,
    resting,
    sessionId: member && session ? session.id : null,
    theme: member?.theme ?? null,
    timeZone: member?.timeZone ?? "UTC",
    ctx: {
      ...platform,
      locale: chooseLocale(member?.locale, request, site),
      actor: member && {
        id: member.id,
        name: member.name,
        displayName: member.displayName,
        // Every permission asks for the role, so rights that rest are nobody's, on every page and in every form.
        role: mayActAs,
        title: member.title,
      },
    },
  };
}

/** For the page that says the database is away: nobody is known, the language is the browser's wish. */
export function stranger({ request, context }: RequestArgs): Identity {
  const ctx = { ...context.platform, actor: null, locale: chooseLocale(null, request, emptySite) };
  return { ctx, sessionId: null, theme: null, timeZone: "UTC", provenAt: null, resting: null };
}

/** The one gate of the team: a second step from the account's second day on, and a proof of the last twelve hours. */
function restingReason(
  { clock }: Pick<RequestContext["platform"], "clock">,
  member: { role: Role; hasSecondFactor: boolean; joinedAt: Date; provenAt: Date | null },
  { requiresSecondFactor }: { requiresSecondFactor: boolean },
): Resting | null {
  if (member.role === "member" || !requiresSecondFactor) return null;
  const since = (at: Date | null) => clock.now().getTime() - (at?.getTime() ?? 0);
  if (!member.hasSecondFactor)
    return since(member.joinedAt) < firstDayMs ? "second-factor-due" : "second-factor-missing";
  return since(member.provenAt) > proofLasts.staff ? "proof-old" : null;
}
