import type { Actor } from "~/features/members/context";
import type { Role } from "~/features/members/role";
import { days } from "~/platform/clock/clock";
import { aMember } from "../../factories/members";
import type { TestPlatform } from "../../setup/platform";
import { signedIn } from "../../setup/site";

/** Everybody the site can meet. Tokens are for an interface that does not exist yet: with one, somebody is nobody. */
// prettier-ignore
export const visitorNames = [
  "anonymous", "newcomer", "member", "author", "moderator", "staff", "admin", "suspended", "token-read", "token-write",
] as const;
export type VisitorName = (typeof visitorNames)[number];

export interface Visitor {
  name: VisitorName;
  /** Null for whoever the site must take for nobody. */
  actor: Actor | null;
  headers: Record<string, string>;
  /** Opens a session again, after a form that ended it. */
  signIn(): Promise<void>;
}

export type Visitors = Record<VisitorName, Visitor>;

export async function makeVisitors(platform: TestPlatform): Promise<Visitors> {
  const longAgo = new Date(platform.clock.now().getTime() - days(400));
  const known = async (name: VisitorName, role: Role = "member", traits = {}) => {
    const person = await aMember(platform, {
      ...{ name: `${name}-one`, role, createdAt: longAgo, secondFactorAt: platform.clock.now() },
      ...traits,
    });
    const visitor: Visitor = {
      name,
      actor: name === "suspended" ? null : person,
      headers: {},
      async signIn() {
        visitor.headers = { Cookie: await signedIn(platform, person.id) };
      },
    };
    await visitor.signIn();
    return visitor;
  };
  const nobody = (name: VisitorName, headers: Record<string, string> = {}): Visitor => ({
    ...{ name, headers, actor: null },
    signIn: () => Promise.resolve(),
  });
  const suspendedAt = platform.clock.now();
  return {
    anonymous: nobody("anonymous"),
    newcomer: await known("newcomer", "member", { createdAt: platform.clock.now() }),
    member: await known("member"),
    author: await known("author"),
    moderator: await known("moderator", "moderator"),
    staff: await known("staff", "staff"),
    admin: await known("admin", "admin"),
    suspended: await known("suspended", "member", { suspendedAt }),
    "token-read": nobody("token-read", { Authorization: "Bearer hb_read_1234567890abcdef" }),
    "token-write": nobody("token-write", { Authorization: "Bearer hb_write_1234567890abcdef" }),
  };
}
