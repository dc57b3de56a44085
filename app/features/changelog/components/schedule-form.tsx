import { wallTimeOf } from "~/platform/clock/zoned-time";
import type { FormFailure } from "~/platform/http/form-errors";
import { useErrorSummary } from "~/platform/i18n/use-error-summary";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Field } from "~/ui/primitives/field";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { Select } from "~/ui/primitives/select";
import { TextInput } from "~/ui/primitives/text-input";
import type { LinkedTopic } from "../linked-topics.server";
import { publicationPath } from "../paths";
import type { Announcement } from "../reading.server";
import type { Schedule } from "../reading-schedule.server";
import { PublicationChoices } from "./publication-choices";

export interface ScheduleFormProps {
  announcement: Announcement;
  topics: readonly LinkedTopic[];
  schedule: Schedule | null;
  /** The zone of whoever plans. */
  timeZone: string;
  timeZones: readonly string[];
  again?: FormFailure;
}

/** Date and clock of one zone, with what goes with publishing. */
export function ScheduleForm(props: ScheduleFormProps) {
  const { announcement, topics, schedule, timeZone, timeZones, again } = props;
  const t = useText("changelog");
  const say = useErrorText();
  const summary = useErrorSummary(again?.errors, {
    date: "date",
    time: "time",
    zone: "zone",
    reply: "reply",
  });
  const planned = schedule && !schedule.failure ? schedule : null;
  const standing = planned
    ? { ...wallTimeOf(planned.at, planned.timeZone), zone: planned.timeZone }
    : { date: "", time: "", zone: timeZone };
  const values = { ...standing, ...again?.values };
  const errorOf = (field: string) => say(again?.errors.fields[field]);
  return (
    <form method="post" className="stack" data-gap="5">
      <HiddenFields values={{ version: announcement.version }} />
      <FormErrorSummary {...summary} />
      <div className="cluster" data-align="start">
        <Field id="date" label={t("schedule.date")} error={errorOf("date")}>
          {(control) => (
            <TextInput {...control} name="date" type="date" defaultValue={values.date} required />
          )}
        </Field>
        <Field id="time" label={t("schedule.time")} error={errorOf("time")}>
          {(control) => (
            <TextInput {...control} name="time" type="time" defaultValue={values.time} required />
          )}
        </Field>
        <Field id="zone" label={t("schedule.zone")} error={errorOf("zone")}>
          {(control) => (
            <Select
              {...control}
              name="zone"
              defaultValue={values.zone}
              options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
            />
          )}
        </Field>
      </div>
      <PublicationChoices {...{ announcement, topics, again }} chosen={schedule ?? undefined} />
      <div className="cluster">
        <Button kind="primary" icon="calendar">
          {t(planned ? "schedule.change" : "schedule.plan")}
        </Button>
        <ButtonLink href={publicationPath(announcement)}>{t("schedule.now")}</ButtonLink>
      </div>
    </form>
  );
}
