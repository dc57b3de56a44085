import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { type MetaDescriptor, useLoaderData } from "@remix-run/react";
import { filePath } from "~/features/attachments/paths";
import { visitor } from "~/features/auth/identifying.server";
import { AnnouncementArticle } from "~/features/changelog/components/announcement-article";
import { AnnouncementNeighbours } from "~/features/changelog/components/announcement-neighbours";
import { ScheduleNotice } from "~/features/changelog/components/schedule-notice";
import {
  announcementPath,
  changelogPath,
  editAnnouncementPath,
  publicationPath,
} from "~/features/changelog/paths";
import { mayWriteAnnouncements } from "~/features/changelog/policy";
import { type AnnouncementPage, getAnnouncementPage } from "~/features/changelog/reading.server";
import { findSchedule } from "~/features/changelog/reading-schedule.server";
import { feedLinks } from "~/features/feeds/feed-links";
import { pageMeta } from "~/features/site/page-meta";
import { rootDataOf } from "~/features/site/root-data";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { Breadcrumb } from "~/ui/primitives/breadcrumb";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Notice } from "~/ui/primitives/notice";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await visitor(args);
  const page = await getAnnouncementPage(ctx, args.params.slug ?? "");
  const isPublic = page.announcement.status === "published";
  return {
    ...page,
    schedule: isPublic ? null : await findSchedule(ctx, page.announcement.slug),
    cover: coverOf(page.pictures, ctx.config.origin),
    canonical: ctx.config.origin + announcementPath(page.announcement),
    reader: ctx.actor && { id: ctx.actor.id, marks: page.announcement.mine },
    mayWrite: mayWriteAnnouncements(ctx.actor),
    now: ctx.clock.now(),
  };
}

export const meta: MetaFunction<typeof loader> = (args) => {
  if (!args.data) return pageMeta(args, (locale) => ({ title: translator(locale, "changelog")("title") }));
  const { announcement, canonical, cover } = args.data;
  const { title, excerpt, status } = announcement;
  const t = translator(rootDataOf(args.matches).locale, "changelog");
  return [
    ...pageMeta(args, () => ({ title, description: excerpt, isIndexed: status === "published" })),
    { tagName: "link", rel: "canonical", href: canonical },
    { property: "og:type", content: "article" },
    { property: "og:title", content: title },
    { property: "og:description", content: excerpt },
    { property: "og:url", content: canonical },
    ...cover,
    ...feedLinks({ kind: "changelog" }, t("title")),
  ];
};

/** What a link to it shows elsewhere: its first picture, in words for who does not see it. */
function coverOf(pictures: AnnouncementPage["pictures"], origin: string): MetaDescriptor[] {
  const picture = pictures.find(({ mediaType }) => mediaType.startsWith("image/"));
  if (!picture) return [];
  return [
    { property: "og:image", content: origin + filePath(picture.id) },
    { property: "og:image:width", content: String(picture.width) },
    { property: "og:image:height", content: String(picture.height) },
    ...(picture.alt ? [{ property: "og:image:alt", content: picture.alt }] : []),
  ];
}

export default function AnnouncementRoute() {
  const { mayWrite, now, newer, older, schedule, cover: _cover, ...page } = useLoaderData<typeof loader>();
  const t = useText("changelog");
  const { announcement } = page;
  const { status } = announcement;
  return (
    <Page>
      <Breadcrumb
        items={[{ href: changelogPath, label: t("title") }]}
        end={
          mayWrite && (
            <span className="cluster">
              <ButtonLink href={editAnnouncementPath(announcement)} icon="edit">
                {t("page.edit")}
              </ButtonLink>
              <ButtonLink href={publicationPath(announcement)}>
                {t(status === "published" ? "page.withdraw" : "page.review")}
              </ButtonLink>
            </span>
          )
        }
      />
      {schedule && <ScheduleNotice schedule={schedule} now={now} />}
      {(status === "draft" || status === "withdrawn") && (
        <Notice tone="active" icon="eye-off">
          {t(`page.${status}Note`)}
        </Notice>
      )}
      <AnnouncementArticle {...page} now={now} />
      <AnnouncementNeighbours newer={newer} older={older} />
    </Page>
  );
}
