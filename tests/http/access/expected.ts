import { type Entrant, mayEnter } from "~/features/auth/access";
import type { Row } from "~/routes";
import type { Sample } from "./addresses";
import type { Visitor } from "./visitors";

/** What may come of a request. "open": it is let in, whatever its form then lacks. */
export type Outcome = "open" | "sign-in" | "refused" | "missing" | "gone" | "no-such-method";

export function expectedRead({ access }: Row, sample: Sample, visitor: Visitor): Outcome {
  const isThere = sample.leads || sample.isThere(visitor.actor);
  return expected(access.read, { isThere, isGone: sample.isGone, may: sample.mayRead }, visitor);
}

export function expectedChange({ access }: Row, sample: Sample, visitor: Visitor): Outcome {
  return expected(
    access.change,
    { isThere: sample.takesForms(visitor.actor), isGone: sample.isGone, may: sample.mayChange },
    visitor,
  );
}

function expected(
  entrant: Entrant | undefined,
  { isThere, isGone, may }: { isThere: boolean; isGone: boolean; may: Sample["mayRead"] },
  { actor }: Visitor,
): Outcome {
  if (entrant === undefined) return "no-such-method";
  if (!actor && entrant !== "anyone") return "sign-in";
  if (!mayEnter(actor, entrant)) return "refused";
  if (!isThere) return isGone ? "gone" : "missing";
  if (may(actor)) return "open";
  return actor ? "refused" : "sign-in";
}

/** What an answer says came of it; anything that is none of these is said as its status. */
export function outcomeOf(response: Response, body: string): Outcome | number {
  const { status } = response;
  const to = response.headers.get("location") ?? "";
  // Remix's answer to a script: where it is to go stands in the body.
  const led = status === 202 ? (/"(\/[^"]*)"/.exec(body)?.[1] ?? "") : to;
  if (status === 202 || (status >= 300 && status < 304))
    return led.startsWith("/sign-in?") ? "sign-in" : "open";
  if (status === 401) return "sign-in";
  if (status === 403) return "refused";
  if (status === 404) return "missing";
  if (status === 410) return "gone";
  if (status === 405) return "no-such-method";
  return status < 500 && status !== 429 ? "open" : status;
}
