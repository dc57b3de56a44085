import type { Context } from "~/features/members/context";
import { offerName } from "~/features/members/offering.server";
import { nameRulesOf } from "~/features/site/name-rules";
import { readSite } from "~/features/site/settings.server";
import { findOwner } from "../confirming-address.server";
import { findPerson } from "./admitting-person.server";
import { placeOf } from "./identities.server";

/** What the form for an account knows of somebody from elsewhere. */
export interface Newcomer {
  token: string;
  /** What people know the other place as; null for the product's own app. */
  place: string | null;
  email: string | null;
  isEmailVerified: boolean;
  /** Told to nobody but who has shown that the address is theirs. */
  isAddressKnown: boolean;
  /** One that can be taken just now; empty where nothing that was told of them can. */
  suggestedName: string;
}

/** Null once the token was used or has run out. */
export async function describeNewcomer(ctx: Context, token: string): Promise<Newcomer | null> {
  const person = await findPerson(ctx, token);
  if (!person) return null;
  const { issuer, email, isEmailVerified, suggestedName } = person;
  const owner = email && isEmailVerified ? await findOwner(ctx, email) : null;
  return {
    ...{ token, email, isEmailVerified },
    // Asked anew: between the word of the other place and this page somebody may have taken it, or an admin reserved it.
    suggestedName: await offerName(ctx, suggestedName, nameRulesOf(await readSite(ctx))),
    place: placeOf(ctx, issuer),
    isAddressKnown: owner !== null,
  };
}
