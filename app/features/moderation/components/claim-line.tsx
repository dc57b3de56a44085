import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { Time } from "~/ui/primitives/time";
import type { ReviewClaim } from "../claim";
import { reviewClaimPath } from "../paths";

export interface ClaimLineProps {
  id: number;
  claim: ReviewClaim | null;
  readerId: number;
  back: string;
  now: Date;
}

/** Who looks at an item just now, and the button that changes that. */
export function ClaimLine({ id, claim, readerId, back, now }: ClaimLineProps) {
  const t = useText("moderation");
  const isMine = claim?.by.id === readerId;
  return (
    <div className="cluster acts-line">
      {claim && (
        <span className="small">
          {t.rich(isMine ? "queue.claimedByYou" : "queue.claimed", {
            name: claim.by.displayName,
            time: () => <Time at={claim.endsAt} now={now} form="clock" />,
          })}
        </span>
      )}
      {(!claim || isMine) && (
        <form method="post" action={reviewClaimPath(id)}>
          <HiddenFields method={isMine ? "DELETE" : undefined} values={{ back }} />
          <Button kind="ghost" icon={isMine ? "undo" : "eye"}>
            {t(isMine ? "queue.release" : "queue.claim")}
          </Button>
        </form>
      )}
    </div>
  );
}
