import { type NewMember, addMember } from "~/features/members/adding.server";
import { LooksTaken } from "~/features/members/claiming.server";
import type { Actor, Context, Tx } from "~/features/members/context";
import { findObstacle, type Obstacle } from "~/features/members/finding.server";
import { refuseName, tidyName } from "~/features/members/naming";
import type { NameRules } from "~/features/members/reserved-names";
import { isUniqueViolation } from "~/platform/db/transaction.server";
import { fieldError, type FormErrors, formError } from "~/platform/http/form-errors";
import { QueueFull } from "./hashing-queue";
import type { AccountInput } from "./input";
import { tidyPassword } from "./password-rules";
import { judgePassword } from "./password-strength.server";
import { hashPassword } from "./passwords.server";

export type Made<Value> = ({ ok: true } & Value) | { ok: false; errors: FormErrors };

export interface AccountRules extends NameRules {
  network: string;
  /** People the site itself appoints may carry words that others may not. */
  mayUseReservedNames?: boolean;
  /**
   * From the site's own form nobody may learn whose address has an account: a taken one then makes an account without
   * an address, and `write` is told.
   */
  isNeutral?: boolean;
}

/** Without a password the account is entered by what `write` puts beside it: a passkey, or who somebody is elsewhere. */
export type NewAccount = Omit<AccountInput, "password"> & { password: string | null };

/** What sign-up, first run and the command line share: checks the words, hashes the password, adds the member in `write`. */
export async function makeAccount<Value extends object>(
  ctx: Context,
  input: NewAccount,
  rules: AccountRules,
  write: (
    add: (tx: Tx, role?: NewMember["role"]) => Promise<Actor>,
    isAddressFree: boolean,
  ) => Promise<Value>,
): Promise<Made<Value>> {
  const name = tidyName(input.name);
  const password = input.password === null ? null : tidyPassword(input.password);
  const errors = await refuseWords({ ...input, name, password }, rules);
  if (errors) return { ok: false, errors };
  // Asked before the slow hash for the sake of whoever types; the database has the last word below.
  const isAppointed = rules.mayUseReservedNames ?? false;
  const obstacle = () => findObstacle(ctx, { name, email: input.email, isAppointed });
  const taken = await obstacle();
  if (taken && !(taken === "email" && rules.isNeutral)) return { ok: false, errors: takenError(taken) };
  try {
    const passwordHash = password === null ? null : await hashPassword(password, rules.network);
    const add = (email: string | null) =>
      write(
        (tx, role) => addMember(tx, { name, email, passwordHash, role, isConfirmed: !rules.isNeutral }),
        email !== null,
      );
    const value = await add(taken ? null : input.email).catch(async (error: unknown) => {
      const lostTo = isUniqueViolation(error) && (await obstacle());
      if (lostTo === "email" && rules.isNeutral) return add(null);
      throw error;
    });
    return { ok: true, ...value };
  } catch (error) {
    if (error instanceof QueueFull) return { ok: false, errors: formError("sign-in-busy") };
    if (error instanceof LooksTaken) return { ok: false, errors: takenError("name-alike") };
    if (!isUniqueViolation(error)) throw error;
    return { ok: false, errors: takenError((await obstacle()) ?? "name-taken") };
  }
}

async function refuseWords(
  { name, email, password }: NewAccount,
  rules: AccountRules,
): Promise<FormErrors | null> {
  const { siteName, mayUseReservedNames } = rules;
  const ofName = refuseName(name, rules);
  const ofPassword = password === null ? null : await judgePassword(password, { siteName, name, email });
  const errors: FormErrors = { fields: {} };
  if (ofName && !(ofName === "name-reserved" && mayUseReservedNames)) errors.fields.name = { id: ofName };
  if (ofPassword) errors.fields.password = { id: ofPassword };
  return Object.keys(errors.fields).length > 0 ? errors : null;
}

function takenError(taken: Obstacle): FormErrors {
  return taken === "email" ? fieldError("email", "email-unusable") : fieldError("name", taken);
}
