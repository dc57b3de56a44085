import type { Context } from "./context";
import { foldName } from "./naming";

/** What stands in the way of a new account: the name, the address, or nothing. */
export async function findTaken(
  { db }: Pick<Context, "db">,
  { name, email }: { name: string; email: string },
): Promise<"name" | "email" | null> {
  const nameFolded = foldName(name);
  const found = await db.member.findMany({
    where: { OR: [{ nameFolded }, { email }] },
    select: { nameFolded: true },
  });
  if (found.length === 0) return null;
  return found.some((member) => member.nameFolded === nameFolded) ? "name" : "email";
}
