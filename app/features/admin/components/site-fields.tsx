import { translator } from "~/platform/i18n/translator";
import { type Locale, locales } from "~/locales/locales";
import type { FormErrors } from "~/platform/http/form-errors";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Setting } from "~/ui/patterns/setting";
import { Checkbox } from "~/ui/primitives/checkbox";
import { Field } from "~/ui/primitives/field";
import { FieldError } from "~/ui/primitives/field-error";
import { Select } from "~/ui/primitives/select";
import { TextInput } from "~/ui/primitives/text-input";
import { MarkField } from "./mark-field";

export interface SiteFieldsProps {
  values: Partial<Record<string, string>>;
  /** Checked ones; a form that came back says them in its own way. */
  languages: readonly Locale[];
  markPath: string | null;
  errors?: FormErrors;
}

/** Name, mark and languages of the site: the same on first run and in the admin pages. */
export function SiteFields({ values, languages, markPath, errors }: SiteFieldsProps) {
  const t = useText("admin");
  const words = useText("site");
  const say = useErrorText();
  return (
    <>
      <Setting id="identity" title={t("site.identity.title")} about={t("site.identity.text")}>
        <div className="stack">
          <Field
            id="siteName"
            label={t("site.name")}
            hint={t("site.nameHint")}
            error={say(errors?.fields.siteName)}
          >
            {(control) => <TextInput {...control} name="siteName" defaultValue={values.siteName} required />}
          </Field>
          {locales.map((locale) => (
            <Field
              key={locale}
              id={`tagline-${locale}`}
              label={t("site.tagline", { language: words(`languageWords.${locale}`) })}
              hint={t("site.taglineHint")}
              error={say(errors?.fields[`tagline-${locale}`])}
              isOptional
            >
              {(control) => (
                <TextInput
                  {...control}
                  name={`tagline-${locale}`}
                  defaultValue={values[`tagline-${locale}`]}
                  lang={locale}
                />
              )}
            </Field>
          ))}
          <MarkField markPath={markPath} error={say(errors?.fields.mark)} />
        </div>
      </Setting>
      <Setting id="languages" title={t("site.languages.title")} about={t("site.languages.text")}>
        <div className="stack">
          <fieldset className="field">
            <legend>{t("site.languages.offered")}</legend>
            {locales.map((locale) => (
              <Checkbox
                key={locale}
                name="languages"
                value={locale}
                label={<span lang={locale}>{nameOf(locale)}</span>}
                defaultChecked={languages.includes(locale)}
              />
            ))}
            {errors?.fields.languages && (
              <FieldError id="languages-error">{say(errors.fields.languages)}</FieldError>
            )}
          </fieldset>
          <Field
            id="defaultLocale"
            label={t("site.languages.first")}
            error={say(errors?.fields.defaultLocale)}
          >
            {(control) => (
              <Select
                {...control}
                name="defaultLocale"
                defaultValue={values.defaultLocale}
                options={locales.map((locale) => ({ value: locale, label: nameOf(locale), lang: locale }))}
              />
            )}
          </Field>
        </div>
      </Setting>
    </>
  );
}

function nameOf(locale: Locale): string {
  return translator(locale, "site")(`languageNames.${locale}`);
}
