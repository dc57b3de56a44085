import type { SystemContext } from "~/features/members/context";
import { noteHardBounce } from "./bounces.server";
import { readReturn } from "./returned-mail";

/**
 * Takes a report that a mail came back. Believed only for a mail we sent to that very address and for which no report came
 * yet: anybody can write a report. Answers whether it was noted.
 */
export async function noteReturnedMail(ctx: SystemContext, source: Buffer): Promise<boolean> {
  const returned = await readReturn(source);
  if (!returned) return false;
  const mail = await ctx.db.mail.findUnique({
    where: { id: returned.mailId },
    include: { member: { select: { email: true } } },
  });
  const sentTo = mail?.address ?? mail?.member?.email;
  if (!mail || sentTo?.toLowerCase() !== returned.address.toLowerCase()) return false;
  const { count } = await ctx.db.mail.updateMany({
    where: { id: mail.id, state: "sent" },
    data: { state: "failed", outcome: returned.reason.slice(0, 300), endedAt: ctx.clock.now() },
  });
  if (count === 0) return false;
  await noteHardBounce(ctx, returned);
  return true;
}
