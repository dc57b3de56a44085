import { useText } from "~/platform/i18n/use-text";
import { Field, type FieldProps } from "../primitives/field";
import { ComposerBar } from "./composer-bar";

export interface MarkdownFieldProps extends Pick<
  FieldProps,
  "id" | "label" | "hint" | "error" | "isOptional"
> {
  name: string;
  value?: string;
  rows: number;
  placeholder?: string;
  isRequired?: boolean;
  /** Id of the form it is sent with, where it stands outside of it. */
  form?: string;
  /** Address that answers `?q=` with the people who may be named after an "@". */
  mentionsUrl?: string;
}

/** A text in a form of fields, with the keys that format it. A plain textarea without script. */
export function MarkdownField({
  name,
  value,
  rows,
  placeholder,
  isRequired,
  form,
  mentionsUrl,
  ...field
}: MarkdownFieldProps) {
  const t = useText("common");
  return (
    <Field {...field}>
      {(control) => (
        <div className="composer" data-composer>
          <ComposerBar controlId={control.id} />
          <textarea
            {...control}
            name={name}
            form={form}
            rows={rows}
            defaultValue={value}
            placeholder={placeholder}
            required={isRequired}
            data-markdown-field
            data-mentions={mentionsUrl}
            data-mentions-label={mentionsUrl && t("composer.mentions")}
          />
        </div>
      )}
    </Field>
  );
}
