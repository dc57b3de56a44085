import type { FormFailure } from "~/platform/http/form-errors";
import { useErrorSummary } from "~/platform/i18n/use-error-summary";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { ButtonLink } from "~/ui/primitives/button-link";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { RemovalFields, removalControls } from "./removal-fields";

export interface RemovalReasonFormProps {
  action: string;
  cancelHref: string;
  failure?: FormFailure;
}

/** A moderator takes away what somebody else wrote: never without saying why. */
export function RemovalReasonForm({ action, cancelHref, failure }: RemovalReasonFormProps) {
  const t = useText("moderation");
  const summary = useErrorSummary(failure?.errors, removalControls);
  return (
    <form className="stack" method="post" action={action}>
      <FormErrorSummary {...summary} />
      <p>{t("remove.lede")}</p>
      <RemovalFields failure={failure} />
      <div className="cluster">
        <Button kind="danger" icon="trash">
          {t("review.remove")}
        </Button>
        <ButtonLink href={cancelHref}>{t("flag.cancel")}</ButtonLink>
      </div>
    </form>
  );
}
