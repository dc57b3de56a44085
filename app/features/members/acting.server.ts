import { NotFound } from "~/platform/errors";
import type { Actor, Context } from "./context";
import { isRole } from "./role";

/** A member in whose name something is done that they asked for another way than by a signed-in page. */
export async function getActor({ db }: Pick<Context, "db">, id: number): Promise<Actor> {
  const member = await db.member.findUnique({
    where: { id, deletedAt: null, suspendedAt: null },
    select: { id: true, name: true, displayName: true, role: true, title: true },
  });
  if (!member) throw new NotFound("member");
  return { ...member, role: isRole(member.role) ? member.role : "member" };
}
