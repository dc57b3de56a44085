import type { Context } from "~/features/members/context";
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
  suggestedName: string;
}

/** Null once the token was used or has run out. */
export async function describeNewcomer(ctx: Context, token: string): Promise<Newcomer | null> {
  const person = await findPerson(ctx, token);
  if (!person) return null;
  const { issuer, email, isEmailVerified, suggestedName } = person;
  const owner = email && isEmailVerified ? await findOwner(ctx, email) : null;
  return {
    ...{ token, email, isEmailVerified, suggestedName },
    place: placeOf(ctx, issuer),
    isAddressKnown: owner !== null,
  };
}
