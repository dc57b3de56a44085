import type { FormError } from "~/platform/http/form-errors";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Setting } from "~/ui/patterns/setting";
import { Field } from "~/ui/primitives/field";
import { TextArea } from "~/ui/primitives/text-area";

/** Words of the product's own that nobody may pass for the team with. */
export function ReservedWordsField({ value = "", error }: { value?: string; error?: FormError }) {
  const t = useText("admin");
  const say = useErrorText();
  return (
    <Setting id="names" title={t("site.names.title")} about={t("site.names.text")}>
      <Field
        id="reservedWords"
        label={t("site.names.label")}
        hint={t("site.names.hint")}
        error={say(error)}
        isOptional
      >
        {(control) => <TextArea {...control} name="reservedWords" defaultValue={value} rows={5} />}
      </Field>
    </Setting>
  );
}
