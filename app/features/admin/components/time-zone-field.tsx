import type { FormError } from "~/platform/http/form-errors";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Setting } from "~/ui/patterns/setting";
import { Field } from "~/ui/primitives/field";
import { Select } from "~/ui/primitives/select";

export interface TimeZoneFieldProps {
  value?: string;
  zones: readonly string[];
  error?: FormError;
}

/** Where the site's days begin and end. */
export function TimeZoneField({ value = "UTC", zones, error }: TimeZoneFieldProps) {
  const t = useText("admin");
  const say = useErrorText();
  return (
    <Setting id="time-zone" title={t("site.timeZone.title")} about={t("site.timeZone.text")}>
      <Field id="timeZone" label={t("site.timeZone.label")} error={say(error)}>
        {(control) => (
          <Select
            {...control}
            name="timeZone"
            defaultValue={value}
            options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
          />
        )}
      </Field>
    </Setting>
  );
}
