import type { FormErrors } from "~/platform/http/form-errors";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Field } from "~/ui/primitives/field";
import { TextInput } from "~/ui/primitives/text-input";

export interface NameAndAddressFieldsProps {
  values?: Partial<Record<string, string>>;
  errors?: FormErrors;
  /** False where the address is known already. */
  hasAddress?: boolean;
}

/** Name and address of a new account. */
export function NameAndAddressFields({ values = {}, errors, hasAddress = true }: NameAndAddressFieldsProps) {
  const t = useText("members");
  const say = useErrorText();
  return (
    <>
      <Field id="name" label={t("signUp.name")} hint={t("signUp.nameHint")} error={say(errors?.fields.name)}>
        {(control) => (
          <TextInput
            {...control}
            name="name"
            defaultValue={values.name}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
        )}
      </Field>
      {hasAddress && (
        <Field
          id="email"
          label={t("signUp.email")}
          hint={t("signUp.emailHint")}
          error={say(errors?.fields.email)}
        >
          {(control) => (
            <TextInput
              {...control}
              name="email"
              type="email"
              defaultValue={values.email}
              autoComplete="email"
              required
            />
          )}
        </Field>
      )}
    </>
  );
}
