import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { OwnUploadList } from "~/features/attachments/components/own-upload-list";
import { displayName } from "~/features/attachments/display-name";
import { listOwnUploads, type UploadPlace } from "~/features/attachments/own-uploads.server";
import { requireMember } from "~/features/auth/identifying.server";
import { announcementPath } from "~/features/changelog/paths";
import { uploadsSettingsPath } from "~/features/members/paths";
import { settingsLinks } from "~/features/members/settings-links";
import { pageMeta } from "~/features/site/page-meta";
import { replyPath, topicPath } from "~/features/topics/paths";
import { translator } from "~/platform/i18n/translator";
import { useLocale, useText } from "~/platform/i18n/use-text";
import { PageHead } from "~/ui/layouts/page-head";
import { SettingsLayout } from "~/ui/layouts/settings-layout";
import { Notice } from "~/ui/primitives/notice";
import { writeBytes } from "~/ui/primitives/number";
import { Pager } from "~/ui/primitives/pager";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "attachments")("own.title"), isIndexed: false }));

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const asked = new URL(args.request.url).searchParams;
  const deleted = asked.get("deleted");
  return {
    ...(await listOwnUploads(ctx, asked.get("after"))),
    now: ctx.clock.now(),
    deleted: deleted === null ? null : displayName(deleted),
  };
}

export default function OwnUploads() {
  const { uploads, next, usedBytes, quotaBytes, now, deleted } = useLoaderData<typeof loader>();
  const locale = useLocale();
  const members = useText("members");
  const t = useText("attachments");
  const room = { used: writeBytes(locale, usedBytes), limit: writeBytes(locale, quotaBytes) };
  return (
    <SettingsLayout label={members("settings.label")} links={settingsLinks(members, "uploads")}>
      <PageHead title={t("own.title")} lede={t("own.lede")} />
      {deleted && <Notice tone="done">{t("own.deleted", { name: deleted })}</Notice>}
      <OwnUploadList
        uploads={uploads.map((upload) => ({ ...upload, href: hrefOf(upload.place) }))}
        room={t("own.room", room)}
        share={Math.min(1, usedBytes / quotaBytes)}
        now={now}
      />
      <Pager older={next ? { href: `${uploadsSettingsPath}?after=${next}`, label: t("own.older") } : null} />
    </SettingsLayout>
  );
}

function hrefOf(place: UploadPlace): string | null {
  switch (place.kind) {
    case "topic":
      return topicPath(place);
    case "reply":
      return replyPath(place.number, place.replyId);
    case "announcement":
      return announcementPath(place);
    case "waiting":
    case "draft":
    case "gone":
      return null;
  }
}
