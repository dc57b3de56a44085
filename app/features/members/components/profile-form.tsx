import type { Locale } from "~/locales/locales";
import type { FormErrors } from "~/platform/http/form-errors";
import { useErrorSummary } from "~/platform/i18n/use-error-summary";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { themes } from "~/ui/layouts/theme";
import { Setting } from "~/ui/patterns/setting";
import { Button } from "~/ui/primitives/button";
import { Checkbox } from "~/ui/primitives/checkbox";
import { Field } from "~/ui/primitives/field";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { Select } from "~/ui/primitives/select";
import { TextArea } from "~/ui/primitives/text-area";
import { TextInput } from "~/ui/primitives/text-input";

export interface ProfileFormProps {
  name: string;
  values: Partial<
    Record<"displayName" | "bio" | "title" | "locale" | "theme" | "timeZone" | "hide-votes", string | null>
  >;
  languages: Locale[];
  timeZones: string[];
  mayHaveTitle: boolean;
  errors?: FormErrors;
}

export function ProfileForm({ name, values, languages, timeZones, mayHaveTitle, errors }: ProfileFormProps) {
  const t = useText("members");
  const common = useText("common");
  const say = useErrorText();
  const summary = useErrorSummary(errors, {
    displayName: "displayName",
    bio: "bio",
    title: "staffTitle",
    timeZone: "timeZone",
  });
  return (
    <form method="post" data-guard-text>
      <FormErrorSummary {...summary} />
      <Setting id="about" title={t("settings.about.title")} about={t("settings.about.text")}>
        <div className="stack">
          <Field
            id="displayName"
            label={t("settings.displayName")}
            hint={t("settings.displayNameHint", { name })}
            error={say(errors?.fields.displayName)}
          >
            {(control) => (
              <TextInput
                {...control}
                name="displayName"
                defaultValue={values.displayName ?? ""}
                autoComplete="nickname"
                required
              />
            )}
          </Field>
          {mayHaveTitle && (
            <Field
              id="staffTitle"
              label={t("settings.staffTitle")}
              hint={t("settings.staffTitleHint")}
              error={say(errors?.fields.title)}
              isOptional
            >
              {(control) => (
                <TextInput
                  {...control}
                  name="title"
                  defaultValue={values.title ?? ""}
                  autoComplete="organization-title"
                />
              )}
            </Field>
          )}
          <Field
            id="bio"
            label={t("settings.bio")}
            hint={t("settings.bioHint")}
            error={say(errors?.fields.bio)}
            isOptional
          >
            {(control) => <TextArea {...control} name="bio" defaultValue={values.bio ?? ""} rows={4} />}
          </Field>
          <Checkbox
            name="hide-votes"
            value="1"
            defaultChecked={Boolean(values["hide-votes"])}
            label={t("settings.hideVotes")}
            hint={t("settings.hideVotesHint")}
          />
        </div>
      </Setting>
      <Setting id="reading" title={t("settings.reading.title")} about={t("settings.reading.text")}>
        <div className="stack">
          <Field id="locale" label={t("settings.language")}>
            {(control) => (
              <Select
                {...control}
                name="locale"
                defaultValue={values.locale ?? ""}
                options={[
                  { value: "", label: t("settings.languageAuto") },
                  ...languages.map((locale) => ({
                    value: locale,
                    label: translator(locale, "site")(`languageNames.${locale}`),
                    lang: locale,
                  })),
                ]}
              />
            )}
          </Field>
          <Field id="theme" label={t("settings.theme")}>
            {(control) => (
              <Select
                {...control}
                name="theme"
                defaultValue={values.theme ?? "auto"}
                options={themes.map((theme) => ({ value: theme, label: common(`theme.${theme}`) }))}
              />
            )}
          </Field>
          <Field
            id="timeZone"
            label={t("settings.timeZone")}
            hint={t("settings.timeZoneHint")}
            error={say(errors?.fields.timeZone)}
          >
            {(control) => (
              <Select
                {...control}
                name="timeZone"
                defaultValue={values.timeZone ?? "UTC"}
                options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
              />
            )}
          </Field>
          <div>
            <Button kind="primary" type="submit">
              {t("settings.save")}
            </Button>
          </div>
        </div>
      </Setting>
    </form>
  );
}
