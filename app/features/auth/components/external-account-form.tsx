import type { FormErrors } from "~/platform/http/form-errors";
import { type KeptForm, packForm } from "~/platform/http/kept-form";
import { useErrorSummary } from "~/platform/i18n/use-error-summary";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { Notice } from "~/ui/primitives/notice";
import { externalAccountPath, signInPath } from "../paths";
import type { Newcomer } from "../external/newcomer.server";
import { NameAndAddressFields } from "./name-and-address-fields";

export interface ExternalAccountFormProps extends Newcomer {
  next?: string;
  kept?: KeptForm | null;
  values?: { name: string; email: string };
  errors?: FormErrors;
}

/** Somebody known elsewhere has no account here yet: what will they be called? */
export function ExternalAccountForm(props: ExternalAccountFormProps) {
  const { token, place, email, isEmailVerified, isAddressKnown, suggestedName, next, kept, errors } = props;
  const t = useText("auth");
  const say = useErrorText();
  const summary = useErrorSummary(errors, { name: "name", email: "email" });
  const values = props.values ?? { name: suggestedName, email: email ?? "" };
  const isAddressGiven = isEmailVerified && email !== null;
  return (
    <form method="post" action={externalAccountPath}>
      <FormErrorSummary {...summary} message={say(errors?.form)} />
      <HiddenFields values={{ token, next, kept: kept ? packForm(kept) : null }} />
      {isAddressKnown && (
        <Notice
          tone="active"
          action={
            <Button type="submit" formAction={signInPath()} formNoValidate name="begin" value="1">
              {t("elsewhere.signIn")}
            </Button>
          }
        >
          {t("elsewhere.addressKnown", { email: email ?? "", place: place ?? t("elsewhere.app") })}
        </Notice>
      )}
      <NameAndAddressFields values={values} errors={errors} hasAddress={!isAddressGiven} />
      {isAddressGiven && !isAddressKnown && (
        <p className="small muted">{t("elsewhere.addressTaken", { email })}</p>
      )}
      <Button kind="primary" type="submit">
        {t("elsewhere.submit")}
      </Button>
    </form>
  );
}
