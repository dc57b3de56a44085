import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { identityOf, requireMember } from "~/features/auth/identifying.server";
import { ScheduleForm } from "~/features/changelog/components/schedule-form";
import { ScheduleNotice } from "~/features/changelog/components/schedule-notice";
import { announcementPath, changelogPath, publicationPath, schedulePath } from "~/features/changelog/paths";
import { getAnnouncementPage } from "~/features/changelog/reading.server";
import { findSchedule } from "~/features/changelog/reading-schedule.server";
import { ScheduleSchema } from "~/features/changelog/schedule-form";
import { scheduleAnnouncement, unscheduleAnnouncement } from "~/features/changelog/scheduling.server";
import { timeZones } from "~/features/members/profile";
import { AudienceLine } from "~/features/subscriptions/components/audience-line";
import { pageMeta } from "~/features/site/page-meta";
import { langOf } from "~/features/topics/language";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import { fieldError, type FormFailure, formError } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { readAudience } from "~/features/subscriptions/reading-audience.server";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";
import { Breadcrumb } from "~/ui/primitives/breadcrumb";
import { Button } from "~/ui/primitives/button";
import { HiddenFields } from "~/ui/primitives/hidden-fields";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const slug = args.params.slug ?? "";
  const schedule = await findSchedule(ctx, slug);
  const [{ announcement, topics }, { timeZone }] = await Promise.all([
    getAnnouncementPage(ctx, slug),
    identityOf(args),
  ]);
  if (announcement.status === "published") throw seeOther(publicationPath({ slug }));
  const audience = announcement.announcedAt ? null : await readAudience(ctx, announcement);
  return { announcement, topics, schedule, audience, timeZone, timeZones: timeZones(), now: ctx.clock.now() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const slug = args.params.slug ?? "";
  const form = await readForm(args.request);
  if (form.method === "DELETE") {
    await unscheduleAnnouncement(ctx, { slug });
    return seeOther(publicationPath({ slug }));
  }
  const parsed = parseForm(ScheduleSchema, form.values);
  if (!parsed.ok) return formAgain(parsed.errors, form.values);
  const { zone: timeZone, ...publication } = parsed.value;
  const outcome = await scheduleAnnouncement(ctx, { slug, timeZone, ...publication });
  if (outcome.ok) return seeOther(schedulePath({ slug }));
  if (outcome.reason === "changed-meanwhile")
    return formAgain(formError("announcement-changed"), form.values, { status: 409 });
  return formAgain(fieldError("date", outcome.reason), form.values);
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "changelog")("schedule.title"),
    isIndexed: false,
  }));

export default function ScheduleRoute() {
  const { announcement, topics, schedule, audience, timeZone, timeZones, now } =
    useLoaderData<typeof loader>();
  const again = useActionData<FormFailure>();
  const t = useText("changelog");
  const { slug, title, language, status } = announcement;
  return (
    <Page>
      <Breadcrumb
        items={[
          { href: changelogPath, label: t("title") },
          { href: announcementPath({ slug }), label: title, lang: langOf(language) },
        ]}
      />
      <PageHead title={t("schedule.title")} lede={t("schedule.lede")} />
      {schedule && <ScheduleNotice schedule={schedule} now={now} />}
      {status === "scheduled" && (
        <form method="post" className="mb-6">
          <HiddenFields method="DELETE" />
          <Button>{t("schedule.takeBack")}</Button>
        </form>
      )}
      {audience && <AudienceLine slug={slug} counts={audience} />}
      <ScheduleForm {...{ announcement, topics, schedule, timeZone, timeZones, again }} />
    </Page>
  );
}
