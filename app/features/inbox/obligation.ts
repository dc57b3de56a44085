/** What the team owes somebody, by what has to be done about it. */
export const obligationKinds = ["answer", "follow-up", "triage", "promise", "update", "doubt"] as const;
export type ObligationKind = (typeof obligationKinds)[number];

export function isObligationKind(value: unknown): value is ObligationKind {
  return obligationKinds.includes(value as ObligationKind);
}

/** Of these the time was promised aloud: there is nothing left to wait for once it has come. */
export function isPromised(kind: ObligationKind): boolean {
  return kind === "promise" || kind === "update";
}
