import type { FormErrors } from "~/platform/http/form-errors";
import { type KeptForm, packForm } from "~/platform/http/kept-form";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { Field } from "~/ui/primitives/field";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { TextInput } from "~/ui/primitives/text-input";
import { proveByProviderPath, provePath } from "../paths";
import { CodeField } from "./code-field";
import { OtherWays } from "./other-ways";
import { PasskeyButton } from "./passkey-button";
import { ProviderButton } from "./provider-button";

export interface ProveFormProps {
  hasPassword: boolean;
  hasSecondStep: boolean;
  /** What the provider is called that can show it too; null where the account is not known to one. */
  provider: string | null;
  next?: string;
  kept?: KeptForm | null;
  errors?: FormErrors;
}

/** Shows that it is still them. What they were doing goes on right after. */
export function ProveForm({ hasPassword, hasSecondStep, provider, next, kept, errors }: ProveFormProps) {
  const t = useText("auth");
  const signIn = useText("members");
  const say = useErrorText();
  const carried = { next, kept: kept ? packForm(kept) : null };
  return (
    <>
      {hasPassword && (
        <form method="post" action={provePath()}>
          <FormErrorSummary errors={[]} message={say(errors?.form)} />
          <HiddenFields values={carried} />
          <Field id="password" label={signIn("signIn.password")}>
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
          {hasSecondStep && <CodeField />}
          <Button kind="primary" type="submit">
            {t("prove.submit")}
          </Button>
        </form>
      )}
      <OtherWays>
        <PasskeyButton values={carried} />
        {provider && <ProviderButton action={proveByProviderPath} values={carried} name={provider} />}
      </OtherWays>
      {!hasPassword && !provider && <p className="small muted">{t("prove.noPassword")}</p>}
    </>
  );
}
