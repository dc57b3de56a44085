import { locales } from "~/locales/locales";
import type { FormErrors } from "~/platform/http/form-errors";
import { useErrorSummary } from "~/platform/i18n/use-error-summary";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { Field } from "~/ui/primitives/field";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { TextArea } from "~/ui/primitives/text-area";
import { TextInput } from "~/ui/primitives/text-input";
import { variables } from "../saved-reply";

export interface SavedReplyFormProps {
  action: string;
  values: Record<string, string>;
  errors?: FormErrors;
  isNew?: boolean;
}

/** Its name among the team, and its text in each language. */
export function SavedReplyForm({ action, values, errors, isNew }: SavedReplyFormProps) {
  const t = useText("savedReplies");
  const site = useText("site");
  const say = useErrorText();
  const summary = useErrorSummary(errors, {
    name: "saved-name",
    "text-en": "text-en",
    "text-zh-CN": "text-zh-CN",
  });
  return (
    <form className="stack" method="post" action={action} data-guard-text>
      <HiddenFields values={{ version: values.version }} />
      <FormErrorSummary {...summary} />
      <Field id="saved-name" label={t("name")} hint={t("nameHint")} error={say(errors?.fields.name)}>
        {(control) => <TextInput {...control} name="name" required defaultValue={values.name ?? ""} />}
      </Field>
      {locales.map((locale) => {
        const field = `text-${locale}`;
        return (
          <Field
            key={locale}
            id={field}
            label={t("text", { language: site(`languageWords.${locale}`) })}
            error={say(errors?.fields[field])}
          >
            {(control) => (
              <TextArea {...control} name={field} rows={6} lang={locale} defaultValue={values[field] ?? ""} />
            )}
          </Field>
        );
      })}
      <p className="small muted">
        {t("variables")}{" "}
        {variables.map((name) => (
          <span key={name}>
            <code>{`{${name}}`}</code> {t(`variable.${name}`)}{" "}
          </span>
        ))}
      </p>
      <div>
        <Button kind="primary">{isNew ? t("add") : t("save")}</Button>
      </div>
    </form>
  );
}
