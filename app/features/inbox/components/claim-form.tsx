import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import type { Claim } from "../claim-columns";
import { claimPath } from "../paths";

export interface ClaimFormProps {
  number: number;
  claim: Claim | null;
  readerId: number;
  /** Where the reader comes back to. */
  back: string;
  kind?: "plain" | "ghost";
}

/** Claims, gives back or takes over, whichever there is to do. The key C presses it. */
export function ClaimForm({ number, claim, readerId, back, kind = "plain" }: ClaimFormProps) {
  const t = useText("inbox");
  const isMine = claim?.by.id === readerId;
  const act = claim ? (isMine ? "release" : "take") : "act";
  return (
    <form method="post" action={claimPath(number)}>
      <HiddenFields
        method={isMine ? "DELETE" : undefined}
        values={{ back, from: claim && !isMine ? claim.by.id : undefined }}
      />
      <Button kind={kind} icon={isMine ? "undo" : "edit"} data-key="c">
        {t(`claim.${act}`)}
      </Button>
    </form>
  );
}
