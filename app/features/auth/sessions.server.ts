import type { Context, MemberContext } from "~/features/members/context";
import { NotFound } from "~/platform/errors";
import type { Platform } from "~/platform/platform";
import { type Device, deviceOf, networkOf, readDevice } from "./device";
import { identityOf, type RequestArgs } from "./identifying.server";
import { deviceCookie, deviceTokenOf, rememberDevice } from "./known-devices.server";
import { sessionsOf } from "./lucia.server";
import { hashOf } from "./session-adapter.server";

/** Where a session begins, and the one it takes the place of. */
export interface Visit {
  device: string;
  network: string;
  replaces: string | null;
  /** What this browser is known again by; see known-devices.server. */
  deviceToken?: string;
}

export interface OwnSession {
  /** Names it in addresses. Not what the cookie holds. */
  handle: string;
  device: Device | null;
  /** The network it began on, shortened; empty when unknown. */
  network: string;
  createdAt: Date;
  lastSeenAt: Date;
  isThis: boolean;
}

export async function visitOf(args: RequestArgs): Promise<Visit> {
  const { sessionId } = await identityOf(args);
  return {
    device: deviceOf(args.request.headers.get("user-agent")),
    network: networkOf(args.context.clientAddress),
    replaces: sessionId,
    deviceToken: deviceTokenOf(args.request, args.context.platform.config.origin),
  };
}

/** Signs a member in under a new session id, never one the browser brought along. Answers with the cookie to set. */
export async function openSession(
  platform: Platform,
  memberId: number,
  { device, network, replaces, deviceToken }: Visit,
): Promise<string> {
  const sessions = sessionsOf(platform);
  if (replaces) await sessions.invalidateSession(replaces);
  if (deviceToken) await rememberDevice(platform, memberId, deviceToken);
  const { id } = await sessions.createSession(memberId, { createdAt: platform.clock.now(), device, network });
  return sessions.createSessionCookie(id).serialize();
}

/** Headers of an answer that signs somebody in. */
export function signedInHeaders(
  { config }: Pick<Platform, "config">,
  { deviceToken }: Visit,
  cookie: string,
): [name: string, value: string][] {
  const known = deviceToken ? [deviceCookie(deviceToken, config.origin)] : [];
  return [cookie, ...known].map((value) => ["Set-Cookie", value]);
}

/** Signs this browser out, here and in the database. Answers with the cookie that clears it. */
export async function endSession(platform: Platform, sessionId: string | null): Promise<string> {
  const sessions = sessionsOf(platform);
  if (sessionId) await sessions.invalidateSession(sessionId);
  return sessions.createBlankSessionCookie().serialize();
}

export async function listSessions(ctx: MemberContext, sessionId: string): Promise<OwnSession[]> {
  const found = await sessionsOf(ctx).getUserSessions(ctx.actor.id);
  const now = ctx.clock.now();
  return found.map(({ id, device = "", network = "", createdAt = now, lastSeenAt = now }) => ({
    handle: id,
    device: readDevice(device),
    network: network === "unknown" ? "" : network,
    createdAt,
    lastSeenAt,
    isThis: id === hashOf(sessionId),
  }));
}

/** Ends one session of the member's own; those of others are not there for them. */
export async function revokeSession(ctx: MemberContext, handle: string): Promise<void> {
  if (!/^[\w-]{43}$/.test(handle)) throw new NotFound("session");
  const { count } = await ctx.db.session.deleteMany({ where: { id: handle, memberId: ctx.actor.id } });
  if (count === 0) throw new NotFound("session");
}

export async function revokeOtherSessions(ctx: MemberContext, sessionId: string): Promise<void> {
  await ctx.db.session.deleteMany({ where: { memberId: ctx.actor.id, NOT: { id: hashOf(sessionId) } } });
}

/** After a change of password or rights nothing that was signed in before may go on. */
export async function revokeAllSessions(
  ctx: Pick<Context, "db"> | { db: Pick<Context["db"], "session"> },
  memberId: number,
): Promise<void> {
  await ctx.db.session.deleteMany({ where: { memberId } });
}
