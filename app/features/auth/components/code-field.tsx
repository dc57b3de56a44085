import { useText } from "~/platform/i18n/use-text";
import { Field } from "~/ui/primitives/field";
import { TextInput } from "~/ui/primitives/text-input";

/** A code of the app, or a recovery code in its place. */
export function CodeField({ isAppOnly = false, error }: { isAppOnly?: boolean; error?: string | null }) {
  const t = useText("auth");
  return (
    <Field id="code" label={t("code.label")} hint={t(isAppOnly ? "code.hintApp" : "code.hint")} error={error}>
      {(control) => (
        <TextInput
          {...control}
          name="code"
          isMono
          inputMode={isAppOnly ? "numeric" : undefined}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={30}
          required
        />
      )}
    </Field>
  );
}
