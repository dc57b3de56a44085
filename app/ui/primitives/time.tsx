import { useLocale } from "~/platform/i18n/use-text";
import { type DateForm, writeDate } from "./dates";

export interface TimeProps {
  at: Date;
  now: Date;
  form?: DateForm;
}

/**
 * An instant in words. The server writes UTC, the full date as a tooltip; the enhancement script rewrites both in the
 * reader's own zone, knowing the form from `data-form`.
 */
export function Time({ at, now, form = "moment" }: TimeProps) {
  const view = { locale: useLocale(), timeZone: "UTC", now };
  return (
    <time dateTime={at.toISOString()} data-form={form} title={writeDate(at, "full", view)}>
      {writeDate(at, form, view)}
    </time>
  );
}
