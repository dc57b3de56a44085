import { useText } from "~/platform/i18n/use-text";
import { maxReasonCharacters, minReasonCharacters } from "~/features/audit/entry";
import { Field } from "~/ui/primitives/field";
import { TextInput } from "~/ui/primitives/text-input";

export interface QuietReasonProps {
  id: string;
  value?: string;
  error: string | null;
}

/** Why nobody is told: for the audit log, never shown in public. */
export function QuietReason({ id, value, error }: QuietReasonProps) {
  const t = useText("official");
  return (
    <Field
      id={id}
      label={t("quiet.reason")}
      hint={t("quiet.reasonHint", { from: minReasonCharacters, to: maxReasonCharacters })}
      error={error}
    >
      {(control) => <TextInput {...control} name="quiet-reason" defaultValue={value} />}
    </Field>
  );
}
