/** Before the others in the list of its area, or in every list of its board. */
export const pinScopes = ["area", "site"] as const;
export type PinScope = (typeof pinScopes)[number];

export const maxPinPosition = 99;

export interface Pin {
  scope: PinScope;
  /** Among the pinned ones: the lowest comes first. */
  position: number;
  /** Until when; null for as long as nobody takes it off. */
  endsAt: Date | null;
}

/** What a form began from, to see whether somebody changed it meanwhile; empty when it was not pinned. */
export function pinMark(pin: Pin | null): string {
  return pin ? `${pin.scope} ${pin.position} ${pin.endsAt?.toISOString() ?? ""}`.trim() : "";
}
