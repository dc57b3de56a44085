import { useText } from "~/platform/i18n/use-text";
import { Field } from "~/ui/primitives/field";
import { TextArea } from "~/ui/primitives/text-area";

const shown = ["title", "body", "did", "happened", "want"] as const;

export interface TypedTextsProps {
  /** Begins the ids of the fields. */
  id: string;
  fields: readonly (readonly [name: string, value: string])[];
}

/** What somebody typed into a form, to be read and copied. */
export function TypedTexts({ id, fields }: TypedTextsProps) {
  const t = useText("topics");
  return shown.map((name) => {
    const value = fields.find(([field]) => field === name)?.[1] ?? "";
    if (value.trim() === "") return null;
    return (
      <Field key={name} id={`${id}-${name}`} label={t(`draft.field.${name}`)}>
        {(control) => (
          <TextArea {...control} name={name} defaultValue={value} readOnly rows={name === "title" ? 1 : 6} />
        )}
      </Field>
    );
  });
}
