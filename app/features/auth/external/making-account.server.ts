import type { Context } from "~/features/members/context";
import { nameRulesOf } from "~/features/site/name-rules";
import { readSite } from "~/features/site/settings.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { formError } from "~/platform/http/form-errors";
import { takeChallenge } from "../challenges.server";
import { askNewcomer, takeAddress } from "../confirming-address.server";
import type { NamedAccountInput } from "../input";
import { type Made, makeAccount } from "../making-accounts.server";
import { openSession, type Visit } from "../sessions.server";
import { findPerson } from "./admitting-person.server";
import { keepIdentity } from "./identities.server";

/**
 * Makes the account of somebody another place vouches for, under a name of their own choice. Their address is taken over
 * where the other place has asked at it and nobody here has confirmed it; otherwise it waits for a yes like any other.
 */
export async function makeExternalAccount(
  ctx: Context,
  { token, name, email: typed }: NamedAccountInput & { token: string },
  visit: Visit,
): Promise<Made<{ cookie: string }>> {
  const person = await findPerson(ctx, token);
  if (!person) return { ok: false, errors: formError("external-over") };
  const verified = person.isEmailVerified ? person.email : null;
  const email = verified ?? typed;
  const rules = { ...nameRulesOf(await readSite(ctx)), network: visit.network, isNeutral: true };
  try {
    const made = await makeAccount(ctx, { name, email, password: null }, rules, (add, isAddressFree) =>
      inTransaction(ctx, async (tx) => {
        // Of two forms sent at once for one person, one makes the account.
        if (!(await takeChallenge(tx, "external-account", token))) throw new Over();
        const { id: memberId } = await add(tx);
        if (!(await keepIdentity(tx, memberId, person))) throw new Over();
        if (verified) await takeAddress(tx, { memberId, email });
        else await askNewcomer(tx, { memberId, email, isAddressFree });
        return { memberId };
      }),
    );
    return made.ok ? { ok: true, cookie: await openSession(ctx, made.memberId, visit) } : made;
  } catch (error) {
    if (error instanceof Over) return { ok: false, errors: formError("external-over") };
    throw error;
  }
}

class Over extends Error {}
