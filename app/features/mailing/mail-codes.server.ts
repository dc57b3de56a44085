import { randomInt } from "node:crypto";
import type { MemberContext } from "~/features/members/context";

// Without what is mistaken for something else when read from a screen.
const letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

/** The member's own sign of a mail of ours, or null before they made one. */
export async function getMailCode({ db, actor }: MemberContext): Promise<string | null> {
  const row = await db.mailCode.findUnique({ where: { memberId: actor.id }, select: { code: true } });
  return row?.code ?? null;
}

/**
 * Makes a code, in the place of an earlier one. Drawn by us and not chosen: a chosen one would be a text somebody could
 * write into mails to an address that is not theirs.
 */
export async function makeMailCode({ db, actor, clock }: MemberContext): Promise<string> {
  const code = `${draw()}-${draw()}`;
  const data = { code, createdAt: clock.now() };
  await db.mailCode.upsert({
    where: { memberId: actor.id },
    create: { memberId: actor.id, ...data },
    update: data,
  });
  return code;
}

export async function removeMailCode({ db, actor }: MemberContext): Promise<void> {
  await db.mailCode.deleteMany({ where: { memberId: actor.id } });
}

function draw(): string {
  return Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("");
}
