import type { ReactNode } from "react";
import type { FormFailure } from "~/platform/http/form-errors";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { ButtonLink } from "~/ui/primitives/button-link";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";

export interface RemovalFormProps {
  action: string;
  cancelHref: string;
  failure?: FormFailure;
  /** What will be gone and what stays. */
  children: ReactNode;
}

/** Asks once more before something is taken away. */
export function RemovalForm({ action, cancelHref, failure, children }: RemovalFormProps) {
  const t = useText("topics");
  const errorText = useErrorText();
  return (
    <form className="stack" method="post" action={action}>
      <FormErrorSummary errors={[]} message={errorText(failure?.errors.form)} />
      <p>{children}</p>
      <div className="cluster">
        <Button kind="danger" icon="trash">
          {t("remove.confirm")}
        </Button>
        <ButtonLink href={cancelHref}>{t("remove.cancel")}</ButtonLink>
      </div>
    </form>
  );
}
