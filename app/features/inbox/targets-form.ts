import { z } from "zod";
import type { Area } from "~/features/site/area";
import type { FormErrors } from "~/platform/http/form-errors";
import { type Parsed, parseForm } from "~/platform/http/parse-form";
import { readCalendarDay } from "~/platform/clock/calendar-day";
import type { ResponseTargets } from "./response";

const mostHolidays = 200;
const mostHours = 2_000;
const longestZone = 60;
const longestList = 10_000;

const HoursSchema = z
  .string("response-hours")
  .trim()
  .regex(/^\d{1,4}(?:\.\d{1,2})?$/, "response-hours")
  .transform(Number)
  .refine((amount) => amount <= mostHours, "response-hours");

/** Minutes since midnight of what a control for a time sends. */
const ClockSchema = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d(?::\d\d)?$/, "response-clock")
  .transform((typed) => Number(typed.slice(0, 2)) * 60 + Number(typed.slice(3, 5)));

const ZoneSchema = z.string().max(longestZone, "response-zone").refine(isZone, "response-zone");

const DaysSchema = z
  .array(z.coerce.number().int().min(1).max(7))
  .min(1, "response-days")
  .transform((days) => [...new Set(days)].toSorted((a, b) => a - b));

const HolidaysSchema = z
  .string()
  .max(longestList, "response-holidays")
  .default("")
  .transform((typed) => [...new Set(typed.split(/[\s,，、]+/).filter(Boolean))].toSorted())
  .refine(
    (days) => days.length <= mostHolidays && days.every((day) => readCalendarDay(day) !== null),
    "response-holidays",
  );

const TargetsSchema = z.object({ answerHours: HoursSchema, triageHours: HoursSchema });

const WeekSchema = z
  .object({
    zone: ZoneSchema,
    days: DaysSchema,
    from: ClockSchema,
    to: ClockSchema,
    holidays: HolidaysSchema,
  })
  .refine(({ from, to }) => to > from, { path: ["to"], message: "response-to" });

/** Reads the page about response times back. `days` are the boxes that were ticked, `areas` those it showed. */
export function readTargetsForm(
  values: Record<string, string>,
  days: readonly string[],
  areas: readonly Pick<Area, "id">[],
): Parsed<ResponseTargets> {
  const ofAreas = areas.map(({ id }) => [areaField(id), HoursSchema.or(z.literal("")).default("")] as const);
  const targets = parseForm(TargetsSchema, values);
  const own = parseForm(z.object(Object.fromEntries(ofAreas)), values);
  const week = values.always
    ? { ok: true as const, value: null }
    : parseForm(WeekSchema, { ...values, days });
  const errors: FormErrors = { fields: {} };
  for (const part of [targets, own, week]) if (!part.ok) Object.assign(errors.fields, part.errors.fields);
  if (!targets.ok || !own.ok || !week.ok) return { ok: false, errors };
  const areaHours = areas.flatMap(({ id }): [string, number][] => {
    const hours = own.value[areaField(id)];
    return typeof hours === "number" ? [[String(id), hours]] : [];
  });
  return {
    ok: true,
    value: { ...targets.value, week: week.value, areaHours: Object.fromEntries(areaHours) },
  };
}

export function areaField(id: number): string {
  return `area-${id}`;
}

/** The same as the form shows it. */
export function targetValues({
  week,
  answerHours,
  triageHours,
  areaHours,
}: ResponseTargets): Record<string, string> {
  return {
    ...(week
      ? {
          zone: week.zone,
          days: week.days.join(" "),
          from: clockText(week.from),
          to: clockText(week.to),
          holidays: week.holidays.join("\n"),
        }
      : { always: "on" }),
    answerHours: String(answerHours),
    triageHours: String(triageHours),
    ...Object.fromEntries(
      Object.entries(areaHours).map(([id, hours]) => [areaField(Number(id)), String(hours)]),
    ),
  };
}

function clockText(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}
