import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { Field } from "~/ui/primitives/field";
import { TextInput } from "~/ui/primitives/text-input";
import { officialLookupPath } from "../paths";

/** Takes a reference as people type it. A plain GET form, so that the answer has an address to send on. */
export function ReferenceForm({ typed = "" }: { typed?: string }) {
  const t = useText("official");
  return (
    <form action={officialLookupPath} className="stack" data-gap="2">
      <Field id="reference" label={t("verify.field")} hint={t("verify.hint")}>
        {(control) => (
          <div className="inline-form">
            <TextInput
              {...control}
              name="reference"
              defaultValue={typed}
              isMono
              maxLength={64}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              required
            />
            <Button kind="primary">{t("verify.check")}</Button>
          </div>
        )}
      </Field>
    </form>
  );
}
