import type { FormErrors } from "~/platform/http/form-errors";
import { useErrorSummary } from "~/platform/i18n/use-error-summary";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Setting } from "~/ui/patterns/setting";
import { Button } from "~/ui/primitives/button";
import { Field } from "~/ui/primitives/field";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { TextInput } from "~/ui/primitives/text-input";
import { NewPasswordField } from "./new-password-field";

export function PasswordForm({ hasPassword, errors }: { hasPassword: boolean; errors?: FormErrors }) {
  const t = useText("members");
  const say = useErrorText();
  const summary = useErrorSummary(errors, { currentPassword: "currentPassword", newPassword: "newPassword" });
  return (
    <Setting
      id="password"
      title={t("security.password.title")}
      about={t(hasPassword ? "security.password.text" : "security.password.none")}
    >
      <form method="post" className="stack measure">
        <FormErrorSummary {...summary} />
        {hasPassword && (
          <Field
            id="currentPassword"
            label={t("security.current")}
            error={say(errors?.fields.currentPassword)}
          >
            {(control) => (
              <TextInput
                {...control}
                name="currentPassword"
                type="password"
                autoComplete="current-password"
                required
              />
            )}
          </Field>
        )}
        <NewPasswordField
          name="newPassword"
          label={t(hasPassword ? "security.next" : "security.first")}
          errors={errors}
        />
        <div className="cluster">
          <Button kind="primary" type="submit">
            {t(hasPassword ? "security.change" : "security.set")}
          </Button>
          <span className="small muted">{t("security.changeNote")}</span>
        </div>
      </form>
    </Setting>
  );
}
