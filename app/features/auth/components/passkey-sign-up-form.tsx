import type { FormErrors } from "~/platform/http/form-errors";
import { type KeptForm, packForm } from "~/platform/http/kept-form";
import { useErrorSummary } from "~/platform/i18n/use-error-summary";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { Notice } from "~/ui/primitives/notice";
import { passkeyOptionsPath, passkeySignUpPath, signUpPath } from "../paths";
import { NameAndAddressFields } from "./name-and-address-fields";

export interface PasskeySignUpFormProps {
  next?: string;
  kept?: KeptForm | null;
  values?: Partial<Record<string, string>>;
  errors?: FormErrors;
}

/** An account whose only way in, to begin with, is a passkey. The script asks the authenticator before it is sent. */
export function PasskeySignUpForm({ next, kept, values, errors }: PasskeySignUpFormProps) {
  const t = useText("auth");
  const signUp = useText("members");
  const summary = useErrorSummary(errors, { name: "name", email: "email" });
  const carried = { next, kept: kept ? packForm(kept) : null };
  return (
    <>
      <form
        method="post"
        action={passkeySignUpPath}
        data-passkey="join"
        data-options={passkeyOptionsPath}
        data-failed={t("join.failed")}
      >
        <FormErrorSummary {...summary} />
        <HiddenFields values={carried} />
        <input type="hidden" name="credential" />
        <NameAndAddressFields values={values} errors={errors} />
        <Notice icon="shield">{signUp("signUp.neverSeed")}</Notice>
        <noscript>
          <p className="small muted">{t("join.needsScript")}</p>
        </noscript>
        <Button kind="primary" icon="key" type="submit">
          {t("join.submit")}
        </Button>
        <p className="error small" role="alert" data-passkey-error hidden />
        <p className="cluster small">
          <Button kind="ghost" type="submit" formAction={signUpPath()} formNoValidate name="begin" value="1">
            {t("join.withPassword")}
          </Button>
        </p>
      </form>
    </>
  );
}
