import { randomBytes } from "node:crypto";
import type { Context } from "~/features/members/context";
import { findObstacle } from "~/features/members/finding.server";
import { refuseName, tidyName } from "~/features/members/naming";
import { nameRulesOf } from "~/features/site/name-rules";
import { readSite } from "~/features/site/settings.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { fieldError, type FormErrors, formError } from "~/platform/http/form-errors";
import { askNewcomer } from "./confirming-address.server";
import type { NamedAccountInput } from "./input";
import { type Made, makeAccount } from "./making-accounts.server";
import { askForKey, keepKey, verifyNewKey } from "./passkey-ceremony.server";
import { beginsWithFactor } from "./second-factors.server";
import { openSession, type Visit } from "./sessions.server";

const userIdBytes = 32;

/** What stands in the way of such an account whatever the authenticator says. A taken address is not told. */
export async function refuseToJoin(
  ctx: Context,
  { name: typed }: NamedAccountInput,
): Promise<FormErrors | null> {
  const name = tidyName(typed);
  const refusal = refuseName(name, nameRulesOf(await readSite(ctx)));
  if (refusal) return fieldError("name", refusal);
  const obstacle = await findObstacle(ctx, { name, email: "", isAppointed: false });
  return obstacle ? fieldError("name", obstacle) : null;
}

/**
 * What the browser hands to the authenticator to make the key of an account to be. Null where the form would be refused
 * anyway: no authenticator shall keep a key that belongs to nothing.
 */
export async function askToJoin(ctx: Context, input: NamedAccountInput) {
  if (await refuseToJoin(ctx, input)) return null;
  const name = tidyName(input.name);
  return askForKey(ctx, {
    purpose: "passkey-sign-up",
    userId: new Uint8Array(randomBytes(userIdBytes)),
    userName: name,
    displayName: name,
    known: [],
  });
}

/** As `signUp`, with the key in the place of a password. Answers with the account's recovery codes, shown this once. */
export async function signUpByPasskey(
  ctx: Context,
  { credential, keyName, ...input }: NamedAccountInput & { credential: string; keyName: string },
  visit: Visit,
): Promise<Made<{ cookie: string; codes: string[] }>> {
  const errors = await refuseToJoin(ctx, input);
  if (errors) return { ok: false, errors };
  const key = await verifyNewKey(ctx, credential, { purpose: "passkey-sign-up" });
  if (!key || (await ctx.db.passkey.count({ where: { id: key.id } })) > 0)
    return { ok: false, errors: formError(credential ? "passkey-not-made" : "passkey-needs-script") };
  const rules = { ...nameRulesOf(await readSite(ctx)), network: visit.network, isNeutral: true };
  const made = await makeAccount(ctx, { ...input, password: null }, rules, (add, isAddressFree) =>
    inTransaction(ctx, async (tx) => {
      const { id: memberId } = await add(tx);
      await keepKey(tx, memberId, key, keyName);
      await askNewcomer(tx, { memberId, email: input.email, isAddressFree });
      return { memberId, codes: await beginsWithFactor(tx, memberId) };
    }),
  );
  if (!made.ok) return made;
  const { memberId, codes } = made;
  return { ok: true, codes, cookie: await openSession(ctx, memberId, visit) };
}
