import type { FormErrors } from "~/platform/http/form-errors";
import { useErrorSummary } from "~/platform/i18n/use-error-summary";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Setting } from "~/ui/patterns/setting";
import { Button } from "~/ui/primitives/button";
import { Field } from "~/ui/primitives/field";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { TextInput } from "~/ui/primitives/text-input";

export interface RulesFormProps {
  hideAt: string;
  errors?: FormErrors;
  saveLabel: string;
}

/** How much it takes to hide a post before a moderator looked. */
export function RulesForm({ hideAt, errors, saveLabel }: RulesFormProps) {
  const t = useText("moderation");
  const say = useErrorText();
  const summary = useErrorSummary(errors, { hideAt: "hide-at" });
  return (
    <form method="post">
      <FormErrorSummary {...summary} />
      <Setting id="hiding" title={t("settings.hiding")} about={t("settings.hidingText")}>
        <Field
          id="hide-at"
          label={t("settings.hideAt")}
          hint={t("settings.hideAtHint")}
          error={say(errors?.fields.hideAt)}
        >
          {(control) => <TextInput {...control} name="hideAt" inputMode="numeric" defaultValue={hideAt} />}
        </Field>
      </Setting>
      <Button kind="primary">{saveLabel}</Button>
    </form>
  );
}
