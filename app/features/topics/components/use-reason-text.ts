import { useText } from "~/platform/i18n/use-text";

/** Words for a typed reason, of closing or declining; null for one of a later release. */
export function useReasonText(): (reason: string) => string | null {
  const t = useText("topics");
  type Key = Parameters<typeof t>[0];
  return (reason) => {
    const key = `timeline.reasons.${reason}` as Key;
    return /^[a-z-]+$/.test(reason) && t.has(key) ? t(key) : null;
  };
}
