import { claimFreeNames } from "~/features/members/claiming.server";
import type { Actor } from "~/features/members/context";
import type { Role } from "~/features/members/role";
import { days } from "~/platform/clock/clock";
import type { Platform } from "~/platform/platform";

interface MemberTraits {
  name?: string;
  displayName?: string;
  email?: string | null;
  role?: Role;
  title?: string;
  bio?: string;
  locale?: "en" | "zh-CN" | null;
  passwordHash?: string;
  origin?: "account" | "import" | "sample";
  createdAt?: Date;
  secondFactorAt?: Date | null;
  emailVerifiedAt?: Date | null;
  suspendedAt?: Date;
  deletedAt?: Date;
}

let made = 0;

/** Of an account that is no newcomer's any more, once a post of it stands. */
export function longKnown({ clock }: Pick<Platform, "clock">) {
  const since = new Date(clock.now().getTime() - days(2));
  return { createdAt: since, emailVerifiedAt: since };
}

/** Somebody with an account, ready to be handed to `contextFor`. Cannot sign in by password unless a hash is given. */
export async function aMember(
  { db, clock, databaseKind }: Pick<Platform, "db" | "clock" | "databaseKind">,
  traits: MemberTraits = {},
): Promise<Actor> {
  const name = traits.name ?? `member-${++made}`;
  const member = await db.member.create({
    data: {
      displayName: name,
      email: `${name.toLowerCase()}@members.test`,
      createdAt: clock.now(),
      // The team cannot do anything of a team without one.
      secondFactorAt: traits.role && traits.role !== "member" ? clock.now() : null,
      ...traits,
      name,
      nameFolded: name.normalize("NFKC").toLowerCase(),
    },
  });
  const { id, displayName, title } = member;
  await claimFreeNames({ db, databaseKind }, [{ memberId: id, name }]);
  return { id, name, displayName, title, role: traits.role ?? "member" };
}
