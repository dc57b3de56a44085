import { useText } from "~/platform/i18n/use-text";
import { Notice } from "~/ui/primitives/notice";
import type { Schedule } from "../reading-schedule.server";
import { ZonedTime } from "./zoned-time";

/** When it goes out, or why it did not. */
export function ScheduleNotice({ schedule, now }: { schedule: Schedule; now: Date }) {
  const t = useText("changelog");
  const { at, timeZone, isTwice, failure } = schedule;
  const when = () => <ZonedTime at={at} timeZone={timeZone} now={now} />;
  if (failure) {
    return (
      <div className="mb-4">
        <Notice tone="danger" icon="alert">
          {t.rich(`schedule.failed.${failure}`, { when })}
        </Notice>
      </div>
    );
  }
  return (
    <div className="mb-4">
      <Notice tone="active" icon="calendar">
        {t.rich("schedule.goesOut", { when })} {isTwice && t("schedule.twice")}
      </Notice>
    </div>
  );
}
