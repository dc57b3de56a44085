import { isHoldingReason } from "~/features/holding/rules";
import { useText } from "~/platform/i18n/use-text";

/** Why a post waits, for its author and moderators. Nothing for a word that has no sentence. */
export function HeldReason({ heldFor }: { heldFor: string | null }) {
  const t = useText("holding");
  return isHoldingReason(heldFor) ? t(`why.${heldFor}`) : null;
}
