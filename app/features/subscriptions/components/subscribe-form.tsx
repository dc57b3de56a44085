import { LabelChoice } from "~/features/changelog/components/label-choice";
import { useSite } from "~/features/site/root-data";
import type { FormFailure } from "~/platform/http/form-errors";
import { useErrorSummary } from "~/platform/i18n/use-error-summary";
import { translator } from "~/platform/i18n/translator";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useLocale, useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { Field } from "~/ui/primitives/field";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { Select } from "~/ui/primitives/select";
import { TextInput } from "~/ui/primitives/text-input";
import { subscribePath } from "../paths";

/** Address, language and, for who wants less, labels. Sent from the changelog and from its own page. */
export function SubscribeForm({ again }: { again?: FormFailure }) {
  const t = useText("subscriptions");
  const locale = useLocale();
  const { languages } = useSite();
  const say = useErrorText();
  const summary = useErrorSummary(again?.errors, {
    email: "subscribe-email",
    language: "subscribe-language",
  });
  return (
    <form method="post" action={subscribePath} className="stack" data-gap="4">
      <FormErrorSummary {...summary} />
      <Field id="subscribe-email" label={t("email")} error={say(again?.errors.fields.email)}>
        {(control) => (
          <TextInput
            {...control}
            name="email"
            type="email"
            defaultValue={again?.values.email}
            autoComplete="email"
            maxLength={254}
            required
          />
        )}
      </Field>
      {languages.length > 1 && (
        <Field id="subscribe-language" label={t("language")} error={say(again?.errors.fields.language)}>
          {(control) => (
            <Select
              {...control}
              name="language"
              defaultValue={again?.values.language ?? locale}
              options={languages.map((each) => ({
                value: each,
                label: translator(each, "site")(`languageNames.${each}`),
                lang: each,
              }))}
            />
          )}
        </Field>
      )}
      {languages.length === 1 && <input type="hidden" name="language" value={languages[0]} />}
      <LabelChoice chosen={again?.values.labels ?? ""} legend={t("labels")} />
      <div>
        <Button kind="primary" icon="mail">
          {t("subscribe")}
        </Button>
      </div>
    </form>
  );
}
