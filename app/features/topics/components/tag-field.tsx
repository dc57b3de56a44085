import { useText } from "~/platform/i18n/use-text";
import { Field } from "~/ui/primitives/field";
import { TextInput } from "~/ui/primitives/text-input";
import { tagSuggestionsPath } from "../paths";
import { maxTags } from "../topic";

export interface TagFieldProps {
  id: string;
  label: string;
  value?: string;
  error?: string | null;
  /** Names offered before anything is typed: all there is without script. */
  offered: readonly string[];
}

/** Tags parted by commas. The browser offers those in use; with script each next one too. */
export function TagField({ id, label, value, error, offered }: TagFieldProps) {
  const t = useText("topics");
  return (
    <Field id={id} label={label} hint={t("tagging.hint", { limit: maxTags })} error={error} isOptional>
      {(control) => (
        <>
          <TextInput
            {...control}
            name="tags"
            defaultValue={value}
            list={`${id}-offered`}
            data-suggest-words={tagSuggestionsPath}
            autoComplete="off"
          />
          <datalist id={`${id}-offered`}>
            {offered.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
