import { Lucia, TimeSpan } from "lucia";
import type { Platform } from "~/platform/platform";
import { type MemberRow, sessionAdapter, type SessionRow } from "./session-adapter.server";

/** Lucia for one process. The only file that knows the library: it is no longer maintained and must stay replaceable. */
export function sessionsOf({ db, rows, config }: Pick<Platform, "db" | "rows" | "config">) {
  const isSecure = config.origin.startsWith("https:");
  return new Lucia(sessionAdapter({ db, rows }), {
    // Sliding: a visit in the second half of the time begins it anew.
    sessionExpiresIn: new TimeSpan(30, "d"),
    sessionCookie: {
      name: isSecure ? "__Host-session" : "session",
      // The database alone decides when a session ends, so the cookie need not be sent again when it slides.
      expires: false,
      attributes: { secure: isSecure, sameSite: "lax", path: "/" },
    },
    getUserAttributes: (member) => ({
      name: member.name,
      displayName: member.displayName,
      role: member.role,
      title: member.title,
      locale: member.locale,
      theme: member.theme,
      timeZone: member.timeZone,
      hasSecondFactor: member.secondFactorAt !== null,
      joinedAt: member.joinedAt,
      isDisabled: member.suspendedAt !== null || member.deletedAt !== null,
    }),
    getSessionAttributes: ({ createdAt, lastSeenAt, device, network, provenAt }) => ({
      createdAt,
      lastSeenAt,
      device,
      network,
      provenAt,
    }),
  });
}

type Sessions = ReturnType<typeof sessionsOf>;

declare module "lucia" {
  interface Register {
    Lucia: Sessions;
    UserId: number;
    DatabaseUserAttributes: MemberRow;
    DatabaseSessionAttributes: SessionRow;
  }
}
