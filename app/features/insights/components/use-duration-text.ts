import { days, hours, minutes } from "~/platform/clock/clock";
import { useText } from "~/platform/i18n/use-text";

/** "2 h 48 min", as people say how long they waited. Beyond two days the hours say nothing more. */
export function useDurationText(): (milliseconds: number) => string {
  const t = useText("home");
  return (milliseconds) => {
    if (milliseconds >= days(2)) return t("duration.days", { days: Math.round(milliseconds / days(1)) });
    const whole = Math.max(1, Math.round(milliseconds / minutes(1)));
    if (whole < hours(1) / minutes(1)) return t("duration.minutes", { minutes: whole });
    return t("duration.hours", { hours: Math.floor(whole / 60), minutes: whole % 60 });
  };
}
