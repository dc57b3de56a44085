import { useText } from "~/platform/i18n/use-text";
import { Icon } from "~/ui/primitives/icon";
import type { Claim } from "../claim-columns";

export interface ClaimStateProps {
  claim: Claim | null;
  owner: { id: number; displayName: string } | null;
  readerId: number;
}

/** Who answers just now, else who sees to it, in a few words. Nothing where nobody does. */
export function ClaimState({ claim, owner, readerId }: ClaimStateProps) {
  const t = useText("inbox");
  if (claim) {
    const isMine = claim.by.id === readerId;
    return (
      <span className="pill" data-tone={isMine ? "open" : "active"}>
        <Icon name="edit" />
        {isMine ? t("claimedByMe") : t("claimed", { name: claim.by.displayName })}
        {claim.takenFrom && ` · ${t("takenFrom", { name: claim.takenFrom })}`}
      </span>
    );
  }
  if (!owner) return null;
  return (
    <span className="pill" data-tone="open">
      <Icon name="user" />
      {owner.id === readerId ? t("ownedByMe") : t("ownedBy", { name: owner.displayName })}
    </span>
  );
}
