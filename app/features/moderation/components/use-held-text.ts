import { useText } from "~/platform/i18n/use-text";
import { isFlagReason } from "../flag";

/** Why something waits, in words: a flag's reason, or what held it. Words of a later release say that a rule did. */
export function useHeldText(): (reason: string) => string {
  const t = useText("moderation");
  type Key = Parameters<typeof t>[0];
  return (reason) => {
    if (isFlagReason(reason) && reason !== "other") return t(`reason.${reason}`);
    const key = `heldFor.${reason}` as Key;
    return /^[a-z-]+$/.test(reason) && t.has(key) ? String(t(key)) : t("heldFor.other");
  };
}
