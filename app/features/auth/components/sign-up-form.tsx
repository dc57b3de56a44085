import { useSite } from "~/features/site/root-data";
import type { FormErrors } from "~/platform/http/form-errors";
import { type KeptForm, packForm } from "~/platform/http/kept-form";
import { useErrorSummary } from "~/platform/i18n/use-error-summary";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { Notice } from "~/ui/primitives/notice";
import { passkeySignUpPath, providerPath, signInPath, signUpPath } from "../paths";
import { AccountFields } from "./account-fields";
import { OtherWays } from "./other-ways";

export interface SignUpFormProps {
  next?: string;
  kept?: KeptForm | null;
  values?: Partial<Record<string, string>>;
  errors?: FormErrors;
}

export function SignUpForm({ next, kept, values, errors }: SignUpFormProps) {
  const t = useText("members");
  const auth = useText("auth");
  const { signIn } = useSite();
  const summary = useErrorSummary(errors, { name: "name", email: "email", password: "password" });
  return (
    <form method="post" action={signUpPath()}>
      <FormErrorSummary {...summary} />
      <HiddenFields values={{ next, kept: kept ? packForm(kept) : null }} />
      <AccountFields values={values} errors={errors} />
      <Notice icon="shield">{t("signUp.neverSeed")}</Notice>
      <Button kind="primary" type="submit">
        {t("signUp.submit")}
      </Button>
      <OtherWays>
        {signIn.passkeys && (
          <Button
            icon="key"
            type="submit"
            formAction={passkeySignUpPath}
            formNoValidate
            name="begin"
            value="1"
          >
            {auth("join.offer")}
          </Button>
        )}
        {signIn.provider && (
          <Button type="submit" formAction={providerPath} formNoValidate wraps>
            {auth("provider.go", { name: signIn.provider })}
          </Button>
        )}
      </OtherWays>
      <p className="cluster small">
        <span className="muted">{t("signUp.haveOne")}</span>
        <Button kind="ghost" type="submit" formAction={signInPath()} formNoValidate name="begin" value="1">
          {t("signUp.signIn")}
        </Button>
      </p>
    </form>
  );
}
