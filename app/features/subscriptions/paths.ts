export const subscribePath = "/subscribe";

/** A press there confirms. */
export function confirmSubscriptionPath(token: string): string {
  return `/subscribe/${encodeURIComponent(token)}`;
}
