import type { Context } from "~/features/members/context";
import { nameRulesOf } from "~/features/site/name-rules";
import { readSite } from "~/features/site/settings.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { askNewcomer } from "./confirming-address.server";
import type { AccountInput } from "./input";
import { type Made, makeAccount } from "./making-accounts.server";
import { openSession, type Visit } from "./sessions.server";

/**
 * Makes an account, signs it in and asks for a yes at its address. Until that comes it reads and posts as a newcomer.
 * An address that has an account already is told so by mail; the form's answer is the same.
 */
export async function signUp(
  ctx: Context,
  input: AccountInput,
  visit: Visit,
): Promise<Made<{ cookie: string }>> {
  const rules = { ...nameRulesOf(await readSite(ctx)), network: visit.network, isNeutral: true };
  const made = await makeAccount(ctx, input, rules, (add, isAddressFree) =>
    inTransaction(ctx, async (tx) => {
      const { id: memberId } = await add(tx);
      await askNewcomer(tx, { memberId, email: input.email, isAddressFree });
      return { memberId };
    }),
  );
  return made.ok ? { ok: true, cookie: await openSession(ctx, made.memberId, visit) } : made;
}
