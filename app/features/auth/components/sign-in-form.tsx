import { useSite } from "~/features/site/root-data";
import type { FormErrors } from "~/platform/http/form-errors";
import { type KeptForm, packForm } from "~/platform/http/kept-form";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { Field } from "~/ui/primitives/field";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { TextInput } from "~/ui/primitives/text-input";
import { TextLink } from "~/ui/primitives/text-link";
import { providerPath, resetPath, signInPath, signUpPath } from "../paths";
import { OtherWays } from "./other-ways";
import { PasskeyButton } from "./passkey-button";
import { ProviderButton } from "./provider-button";

export interface SignInFormProps {
  next?: string;
  /** The change that waits for the sign-in. */
  kept?: KeptForm | null;
  identifier?: string;
  errors?: FormErrors;
}

/** Carries along what has to go on afterwards, also when the visitor turns to the form for a new account. */
export function SignInForm({ next, kept, identifier, errors }: SignInFormProps) {
  const t = useText("members");
  const auth = useText("auth");
  const { signIn } = useSite();
  const say = useErrorText();
  const carried = { next, kept: kept ? packForm(kept) : null };
  return (
    <>
      <form method="post" action={signInPath()}>
        <FormErrorSummary errors={[]} message={say(errors?.form)} />
        <HiddenFields values={carried} />
        <Field id="identifier" label={t("signIn.identifier")}>
          {(control) => (
            <TextInput
              {...control}
              name="identifier"
              defaultValue={identifier}
              autoComplete="username webauthn"
              autoCapitalize="none"
              spellCheck={false}
              required
              maxLength={254}
            />
          )}
        </Field>
        <Field id="password" label={t("signIn.password")}>
          {(control) => (
            <TextInput
              {...control}
              name="password"
              type="password"
              autoComplete="current-password"
              required
            />
          )}
        </Field>
        <Button kind="primary" type="submit">
          {t("signIn.submit")}
        </Button>
        <p className="small">
          <TextLink href={resetPath()}>{auth("reset.link")}</TextLink>
        </p>
        <p className="cluster small">
          <span className="muted">{t("signIn.newHere")}</span>
          <Button kind="ghost" type="submit" formAction={signUpPath()} formNoValidate name="begin" value="1">
            {t("signIn.create")}
          </Button>
        </p>
      </form>
      <OtherWays>
        <PasskeyButton values={carried} isAutofill />
        {signIn.provider && <ProviderButton action={providerPath} values={carried} name={signIn.provider} />}
      </OtherWays>
    </>
  );
}
