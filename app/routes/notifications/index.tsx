import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/features/auth/identifying.server";
import { NoticeList } from "~/features/notifications/components/notice-list";
import { idIn } from "~/features/notifications/input";
import {
  notificationSettingsPath,
  notificationsPageBefore,
  notificationsPath,
  readNoticesPath,
} from "~/features/notifications/paths";
import { listNotices } from "~/features/notifications/reading.server";
import { pageMeta } from "~/features/site/page-meta";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";
import { Button } from "~/ui/primitives/button";
import { ButtonLink } from "~/ui/primitives/button-link";
import { EmptyState } from "~/ui/primitives/empty-state";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { Pager } from "~/ui/primitives/pager";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "notifications")("title"), isIndexed: false }));

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const before = idIn(new URL(args.request.url).searchParams.get("before"));
  const { notices, next } = await listNotices(ctx, before);
  const backTo = before ? notificationsPageBefore(before) : notificationsPath;
  return { notices, next, backTo, now: ctx.clock.now() };
}

export default function Notifications() {
  const { notices, next, backTo, now } = useLoaderData<typeof loader>();
  const t = useText("notifications");
  const newest = notices.find((notice) => notice.isUnread);
  return (
    <Page>
      <PageHead
        title={t("title")}
        lede={t("lede")}
        actions={
          <>
            {newest && (
              <form method="post" action={readNoticesPath}>
                <HiddenFields values={{ through: notices[0]!.id, backTo }} />
                <Button type="submit" icon="check">
                  {t("markAll")}
                </Button>
              </form>
            )}
            <ButtonLink kind="ghost" icon="sliders" href={notificationSettingsPath}>
              {t("settings")}
            </ButtonLink>
          </>
        }
      />
      {notices.length === 0 ? (
        <EmptyState icon="bell" title={t("empty")}>
          {t("emptyHint")}
        </EmptyState>
      ) : (
        <NoticeList notices={notices} now={now} backTo={backTo} />
      )}
      <Pager older={next ? { href: notificationsPageBefore(next), label: t("older") } : null} />
    </Page>
  );
}
