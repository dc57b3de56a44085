/** What a change function answers: it was done, or it was refused for a reason the page must say. */
export type Outcome<Value = Record<never, never>, Reason extends string = string> =
  ({ ok: true } & Value) | { ok: false; reason: Reason };

export function done<Value extends object>(value: Value): { ok: true } & Value {
  return { ok: true, ...value };
}

export function refused<Reason extends string>(reason: Reason): { ok: false; reason: Reason } {
  return { ok: false, reason };
}
