import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { Field } from "~/ui/primitives/field";
import { Select } from "~/ui/primitives/select";
import { filledPath } from "../paths";

export interface SavedReplyPickerProps {
  /** Begins the ids of its parts: a page may hold two. */
  id: string;
  /** Id of the textarea of the same form. */
  fieldId: string;
  number: number;
  saved: readonly { id: number; name: string }[];
  chosen?: string;
}

/** Begins an answer with a text the team keeps. A button of the form around it; with script it goes in where one writes. */
export function SavedReplyPicker({ id, fieldId, number, saved, chosen }: SavedReplyPickerProps) {
  const t = useText("savedReplies");
  if (saved.length === 0) return null;
  return (
    <Field id={`${id}-saved`} label={t("pick")}>
      {(control) => (
        <span className="inline-form">
          <Select
            {...control}
            name="saved"
            defaultValue={chosen ?? ""}
            options={[
              { value: "", label: t("none") },
              ...saved.map((one) => ({ value: String(one.id), label: one.name })),
            ]}
          />
          <Button
            name="insert-saved"
            value="1"
            formNoValidate
            data-insert-from={filledPath(number)}
            data-insert-into={fieldId}
          >
            {t("insert")}
          </Button>
        </span>
      )}
    </Field>
  );
}
