import type { FormErrors } from "~/platform/http/form-errors";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { Field } from "~/ui/primitives/field";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { TextArea } from "~/ui/primitives/text-area";

export interface NoteFormProps {
  action: string;
  submission?: string;
  value?: string;
  errors?: FormErrors;
  isEdit?: boolean;
}

/** A few lines for the others of the team. */
export function NoteForm({ action, submission, value, errors, isEdit }: NoteFormProps) {
  const t = useText("notes");
  const say = useErrorText();
  return (
    <form className="stack" data-gap="2" method="post" action={action} data-guard-text>
      <HiddenFields submission={submission} />
      <Field
        id="note-body"
        label={isEdit ? t("edit") : t("write")}
        hint={t("hint")}
        error={say(errors?.fields.body ?? errors?.form)}
      >
        {(control) => <TextArea {...control} name="body" rows={3} required defaultValue={value ?? ""} />}
      </Field>
      <div>
        <Button icon="note">{isEdit ? t("save") : t("add")}</Button>
      </div>
    </form>
  );
}
