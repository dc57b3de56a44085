import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/features/auth/identifying.server";
import { AnnouncementArticle } from "~/features/changelog/components/announcement-article";
import { PublicationForm } from "~/features/changelog/components/publication-form";
import { ScheduleNotice } from "~/features/changelog/components/schedule-notice";
import { PublicationSchema } from "~/features/changelog/input";
import { announcementPath, changelogPath, publicationPath } from "~/features/changelog/paths";
import { mayWriteAnnouncements } from "~/features/changelog/policy";
import { getAnnouncementPage } from "~/features/changelog/reading.server";
import { findSchedule } from "~/features/changelog/reading-schedule.server";
import { withdrawAnnouncement } from "~/features/changelog/withdrawing.server";
import { publishAnnouncement } from "~/features/official/publishing.server";
import { AudienceLine } from "~/features/subscriptions/components/audience-line";
import { pageMeta } from "~/features/site/page-meta";
import { Forbidden } from "~/platform/errors";
import { formAgain, seeOther } from "~/platform/http/answer.server";
import { type FormFailure, formError } from "~/platform/http/form-errors";
import { parseForm } from "~/platform/http/parse-form";
import { readAudience } from "~/features/subscriptions/reading-audience.server";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";
import { Breadcrumb } from "~/ui/primitives/breadcrumb";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  if (!mayWriteAnnouncements(ctx.actor)) throw new Forbidden("announcement.publish");
  const slug = args.params.slug ?? "";
  const [page, schedule] = await Promise.all([getAnnouncementPage(ctx, slug), findSchedule(ctx, slug)]);
  const audience = page.announcement.announcedAt ? null : await readAudience(ctx, page.announcement);
  return { ...page, schedule, audience, now: ctx.clock.now() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const slug = args.params.slug ?? "";
  const form = await readForm(args.request);
  if (form.method === "DELETE") {
    await withdrawAnnouncement(ctx, { slug });
    return seeOther(publicationPath({ slug }));
  }
  const parsed = parseForm(PublicationSchema, form.values);
  if (!parsed.ok) return formAgain(parsed.errors, form.values);
  const outcome = await publishAnnouncement(ctx, { slug, ...parsed.value });
  if (!outcome.ok) return formAgain(formError("announcement-changed"), form.values, { status: 409 });
  return seeOther(announcementPath({ slug }));
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "changelog")("publication.publishTitle"),
    isIndexed: false,
  }));

export default function Publication() {
  const { announcement, topics, pictures, schedule, audience, now } = useLoaderData<typeof loader>();
  const again = useActionData<FormFailure>();
  const t = useText("changelog");
  const { slug, title, status } = announcement;
  const isPublic = status === "published";
  return (
    <Page>
      <Breadcrumb
        items={[
          { href: changelogPath, label: t("title") },
          { href: announcementPath({ slug }), label: title },
        ]}
      />
      <PageHead
        title={t(isPublic ? "publication.withdrawTitle" : "publication.publishTitle")}
        lede={t(
          isPublic
            ? "publication.withdrawLede"
            : announcement.announcedAt
              ? "publication.againLede"
              : "publication.publishLede",
        )}
      />
      {schedule && <ScheduleNotice schedule={schedule} now={now} />}
      {audience && <AudienceLine slug={slug} counts={audience} />}
      <PublicationForm
        announcement={announcement}
        topics={topics}
        chosen={schedule ?? undefined}
        again={again}
      />
      <section className="mt-12" aria-labelledby="preview">
        <h2 className="month" id="preview">
          {t("publication.preview")}
        </h2>
        <AnnouncementArticle
          {...{ announcement, topics, pictures, now }}
          // What it will look like to whoever has not reacted.
          reader={null}
        />
      </section>
    </Page>
  );
}
