import { useLocale, useText } from "~/platform/i18n/use-text";
import { Setting } from "~/ui/patterns/setting";
import { Button } from "~/ui/primitives/button";
import { Checkbox } from "~/ui/primitives/checkbox";
import { Field } from "~/ui/primitives/field";
import { Select } from "~/ui/primitives/select";
import type { NoticeType } from "../notice";
import type { NoticeSettings } from "../settings.server";
import { ChoiceTable } from "./choice-table";

const mondayMs = Date.UTC(2024, 0, 1);
const dayMs = 86_400_000;

export interface SettingsFormProps {
  settings: NoticeSettings;
  /** What this member chooses about. */
  types: readonly NoticeType[];
  timeZone: string;
}

export function SettingsForm({ settings, types, timeZone }: SettingsFormProps) {
  const t = useText("notifications");
  const locale = useLocale();
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  const range = (count: number, from: number, label: (value: number) => string) =>
    Array.from({ length: count }, (_, index) => ({
      value: String(from + index),
      label: label(from + index),
    }));
  const choices = [
    {
      name: "digest",
      label: t("choosing.digest.often"),
      value: settings.digest,
      options: [
        { value: "daily", label: t("choosing.digest.daily") },
        { value: "weekly", label: t("choosing.digest.weekly") },
      ],
    },
    {
      name: "digestDay",
      label: t("choosing.digest.day"),
      value: String(settings.digestDay),
      options: range(7, 1, (day) => weekday.format(mondayMs + (day - 1) * dayMs)),
    },
    {
      name: "digestHour",
      label: t("choosing.digest.hour"),
      value: String(settings.digestHour),
      options: range(24, 0, (hour) => `${String(hour).padStart(2, "0")}:00`),
    },
  ];
  return (
    <form method="post">
      <Setting id="ways" title={t("choosing.ways.title")} about={t("choosing.ways.text")}>
        <ChoiceTable choices={settings.choices} types={types} />
      </Setting>
      <Setting id="mute" title={t("choosing.mute.title")} about={t("choosing.mute.text")}>
        <Checkbox
          name="isMailMuted"
          label={t("choosing.mute.label")}
          hint={t("choosing.mute.hint")}
          defaultChecked={settings.isMailMuted}
        />
      </Setting>
      <Setting
        id="digest-title"
        title={t("choosing.digest.title")}
        about={t("choosing.digest.text", { zone: timeZone.replaceAll("_", " ") })}
      >
        <div className="stack">
          {choices.map(({ name, label, value, options }) => (
            <Field key={name} id={name} label={label}>
              {(control) => <Select {...control} name={name} defaultValue={value} options={options} />}
            </Field>
          ))}
          <div>
            <Button kind="primary" type="submit">
              {t("choosing.save")}
            </Button>
          </div>
        </div>
      </Setting>
    </form>
  );
}
