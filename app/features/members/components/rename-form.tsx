import type { FormErrors } from "~/platform/http/form-errors";
import { useErrorSummary } from "~/platform/i18n/use-error-summary";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Field } from "~/ui/primitives/field";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { TextInput } from "~/ui/primitives/text-input";
import { profileSettingsPath } from "../paths";

export function RenameForm({ name, errors }: { name: string; errors?: FormErrors }) {
  const t = useText("members");
  const say = useErrorText();
  const summary = useErrorSummary(errors, { name: "name" });
  return (
    <form method="post" className="stack measure" data-guard-text>
      <FormErrorSummary {...summary} />
      <Field id="name" label={t("rename.label")} hint={t("signUp.nameHint")} error={say(errors?.fields.name)}>
        {(control) => (
          <TextInput
            {...control}
            name="name"
            defaultValue={name}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
        )}
      </Field>
      <div className="cluster">
        <Button kind="primary" type="submit">
          {t("rename.submit")}
        </Button>
        <ButtonLink kind="ghost" href={profileSettingsPath}>
          {t("rename.back")}
        </ButtonLink>
      </div>
    </form>
  );
}
