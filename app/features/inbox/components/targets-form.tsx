import { type Area, areaName } from "~/features/site/area";
import type { FormErrors } from "~/platform/http/form-errors";
import { useErrorSummary } from "~/platform/i18n/use-error-summary";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useLocale, useText } from "~/platform/i18n/use-text";
import { Setting } from "~/ui/patterns/setting";
import { Button } from "~/ui/primitives/button";
import { Checkbox } from "~/ui/primitives/checkbox";
import { Field } from "~/ui/primitives/field";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { Select } from "~/ui/primitives/select";
import { TextArea } from "~/ui/primitives/text-area";
import { TextInput } from "~/ui/primitives/text-input";
import { areaField } from "../targets-form";

export interface TargetsFormProps {
  values: Record<string, string>;
  zones: readonly string[];
  areas: readonly Area[];
  errors?: FormErrors;
  saveLabel: string;
}

const weekdays = ["1", "2", "3", "4", "5", "6", "7"] as const;

/** When the team is there, and how fast it means to be. */
export function TargetsForm({ values, zones, areas, errors, saveLabel }: TargetsFormProps) {
  const t = useText("inbox");
  const locale = useLocale();
  const say = useErrorText();
  const names = ["zone", "days", "from", "to", "holidays", "answerHours", "triageHours"];
  const ids = [...names, ...areas.map(({ id }) => areaField(id))];
  const summary = useErrorSummary(errors, Object.fromEntries(ids.map((id) => [id, id])));
  const days = (values.days ?? "").split(" ");
  const hours = (name: string, label: string) => (
    <Field key={name} id={name} label={label} error={say(errors?.fields[name])}>
      {(control) => (
        <TextInput {...control} name={name} inputMode="decimal" defaultValue={values[name] ?? ""} />
      )}
    </Field>
  );
  return (
    <form method="post">
      <FormErrorSummary {...summary} />
      <Setting id="hours" title={t("settings.hours.title")} about={t("settings.hours.text")}>
        <div className="stack">
          <Checkbox name="always" label={t("settings.hours.always")} defaultChecked={"always" in values} />
          <Field
            id="zone"
            label={t("settings.hours.zone")}
            hint={t("settings.hours.zoneHint")}
            error={say(errors?.fields.zone)}
          >
            {(control) => (
              <Select
                {...control}
                name="zone"
                defaultValue={values.zone ?? "UTC"}
                options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
              />
            )}
          </Field>
          <fieldset className="field" id="days" aria-describedby={errors?.fields.days && "days-error"}>
            <legend>{t("settings.hours.days")}</legend>
            <div className="cluster">
              {weekdays.map((day) => (
                <Checkbox
                  key={day}
                  name="days"
                  value={day}
                  label={t(`settings.day.${day}`)}
                  defaultChecked={days.includes(day)}
                />
              ))}
            </div>
            {errors?.fields.days && <p id="days-error">{say(errors.fields.days)}</p>}
          </fieldset>
          <div className="pair">
            {(["from", "to"] as const).map((name) => (
              <Field
                key={name}
                id={name}
                label={t(`settings.hours.${name}`)}
                error={say(errors?.fields[name])}
              >
                {(control) => (
                  <TextInput {...control} type="time" name={name} defaultValue={values[name] ?? ""} />
                )}
              </Field>
            ))}
          </div>
          <Field
            id="holidays"
            label={t("settings.hours.holidays")}
            hint={t("settings.hours.holidaysHint")}
            error={say(errors?.fields.holidays)}
            isOptional
          >
            {(control) => (
              <TextArea {...control} name="holidays" rows={4} defaultValue={values.holidays ?? ""} />
            )}
          </Field>
        </div>
      </Setting>
      <Setting id="targets" title={t("settings.targets.title")} about={t("settings.targets.text")}>
        <div className="pair">
          {hours("answerHours", t("settings.targets.answer"))}
          {hours("triageHours", t("settings.targets.triage"))}
        </div>
      </Setting>
      {areas.length > 0 && (
        <Setting id="areas" title={t("settings.areas.title")} about={t("settings.areas.text")}>
          <div className="pair">
            {areas.map((area) =>
              hours(areaField(area.id), t("settings.areas.hours", { area: areaName(area, locale) })),
            )}
          </div>
        </Setting>
      )}
      <Button kind="primary">{saveLabel}</Button>
    </form>
  );
}
