import type { FormErrors } from "~/platform/http/form-errors";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Field } from "~/ui/primitives/field";
import { TextInput } from "~/ui/primitives/text-input";
import { strengthPath } from "../paths";

export interface NewPasswordFieldProps {
  name: "password" | "newPassword";
  label?: string;
  errors?: FormErrors;
}

/** A password to be chosen. With script it is told while typing how long guessing it would take. */
export function NewPasswordField({ name, label, errors }: NewPasswordFieldProps) {
  const t = useText("members");
  const auth = useText("auth");
  const say = useErrorText();
  return (
    <Field
      id={name}
      label={label ?? t("signUp.password")}
      hint={t("signUp.passwordHint")}
      error={say(errors?.fields[name])}
    >
      {(control) => (
        <>
          <TextInput
            {...control}
            name={name}
            type="password"
            autoComplete="new-password"
            required
            minLength={10}
            data-strength={strengthPath}
          />
          <div className="strength" data-strength-of={name} role="status" hidden>
            <div className="bar" aria-hidden="true">
              <i />
              <i />
              <i />
              <i />
            </div>
            <p data-levels={[0, 1, 2, 3, 4].map((level) => auth(`strength.${level as 0}`)).join("|")} />
          </div>
        </>
      )}
    </Field>
  );
}
