import { editTellings } from "~/features/topics/edit-telling";
import type { FormErrors } from "~/platform/http/form-errors";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { RadioGroup } from "~/ui/primitives/radio-group";
import { QuietReason } from "./quiet-reason";

export interface OfficialEditFieldsProps {
  values?: Readonly<Record<string, string>>;
  errors?: FormErrors;
}

/** Whether an edit of an official reply tells those who follow: whoever edits says so, the change is public either way. */
export function OfficialEditFields({ values = {}, errors }: OfficialEditFieldsProps) {
  const t = useText("official");
  const errorText = useErrorText();
  return (
    <div className="stack" data-gap="4">
      <RadioGroup
        id="edit-telling"
        name="telling"
        legend={t("edit.legend")}
        value={values.telling ?? "told"}
        error={errorText(errors?.fields.telling)}
        options={editTellings.map((value) => ({
          value,
          label: t(`edit.${value}`),
          hint: t(`edit.${value}Hint`),
        }))}
      />
      <QuietReason
        id="edit-quiet-reason"
        value={values["quiet-reason"]}
        error={errorText(errors?.fields["quiet-reason"])}
      />
    </div>
  );
}
