import { statusLook } from "~/features/topics/status-look";
import { statusText } from "~/features/topics/components/use-status-text";
import { locales } from "~/locales/locales";
import type { FormErrors } from "~/platform/http/form-errors";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Field } from "~/ui/primitives/field";
import { Pill } from "~/ui/primitives/pill";
import { Select } from "~/ui/primitives/select";
import { TextInput } from "~/ui/primitives/text-input";
import { hues, isHue } from "~/ui/primitives/tone";
import { statusField } from "../status-input";
import type { SuggestionStatus } from "../suggestion";

export interface StatusRowProps {
  status: SuggestionStatus;
  values: Record<string, string>;
  errors?: FormErrors;
}

/** One status on the admin page: how it looks now, its name in each language, its colour. */
export function StatusRow({ status, values, errors }: StatusRowProps) {
  const t = useText("suggestions");
  const site = useText("site");
  const errorText = useErrorText();
  const hueField = statusField(status, "hue");
  const hue = values[hueField];
  return (
    <div className="stack">
      <div className="cluster">
        {locales.map((locale) => (
          <span key={locale} lang={locale}>
            <Pill {...statusLook(status)} hue={isHue(hue) ? hue : null}>
              {values[statusField(status, locale)] || statusText(locale, status)}
            </Pill>
          </span>
        ))}
      </div>
      {locales.map((locale) => {
        const name = statusField(status, locale);
        return (
          <Field
            key={locale}
            id={name}
            label={t("admin.nameIn", { language: site(`languageNames.${locale}`) })}
            error={errorText(errors?.fields[name])}
            isOptional
          >
            {(control) => (
              <TextInput
                {...control}
                name={name}
                lang={locale}
                defaultValue={values[name] ?? ""}
                placeholder={statusText(locale, status)}
              />
            )}
          </Field>
        );
      })}
      <Field id={hueField} label={t("admin.colour")}>
        {(control) => (
          <Select
            {...control}
            name={hueField}
            defaultValue={hue ?? ""}
            options={[
              { value: "", label: t("admin.colourOwn") },
              ...hues.map((each) => ({ value: each, label: t(`admin.hues.${each}`) })),
            ]}
          />
        )}
      </Field>
    </div>
  );
}
