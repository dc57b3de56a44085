import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { identityOf, requireMember } from "~/features/auth/identifying.server";
import { getAddressState } from "~/features/mailing/address-state.server";
import { getMailCode } from "~/features/mailing/mail-codes.server";
import { isStaff } from "~/features/members/role";
import { settingsLinks } from "~/features/members/settings-links";
import { MailSection } from "~/features/notifications/components/mail-section";
import { SettingsForm } from "~/features/notifications/components/settings-form";
import { noticeTypesOf } from "~/features/notifications/notice";
import { notificationSettingsPath } from "~/features/notifications/paths";
import { DigestSchema, readSettingsForm } from "~/features/notifications/settings-form";
import { getNoticeSettings, saveNoticeSettings } from "~/features/notifications/settings.server";
import { pageMeta } from "~/features/site/page-meta";
import { BadRequest } from "~/platform/errors";
import { seeOther } from "~/platform/http/answer.server";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { PageHead } from "~/ui/layouts/page-head";
import { SettingsLayout } from "~/ui/layouts/settings-layout";
import { Notice } from "~/ui/primitives/notice";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "notifications")("choosing.title"),
    isIndexed: false,
  }));

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const { timeZone } = await identityOf(args);
  const [settings, address, code] = await Promise.all([
    getNoticeSettings(ctx),
    getAddressState(ctx),
    getMailCode(ctx),
  ]);
  const isSaved = new URL(args.request.url).searchParams.has("saved");
  const types = noticeTypesOf({ isStaff: isStaff(ctx.actor) });
  return { settings, types, address, code, timeZone, isSaved };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const { values } = await readForm(args.request);
  const digest = DigestSchema.safeParse(values);
  // Boxes and lists leave nothing to mistype: what is not among them was not sent by the form.
  if (!digest.success) throw new BadRequest("form-unreadable");
  await saveNoticeSettings(
    ctx,
    readSettingsForm(values, digest.data, noticeTypesOf({ isStaff: isStaff(ctx.actor) })),
  );
  return seeOther(`${notificationSettingsPath}?saved`);
}

export default function NotificationSettings() {
  const { settings, types, address, code, timeZone, isSaved } = useLoaderData<typeof loader>();
  const t = useText("notifications");
  const members = useText("members");
  return (
    <SettingsLayout label={members("settings.label")} links={settingsLinks(members, "notifications")}>
      <PageHead title={t("choosing.title")} lede={t("choosing.lede")} />
      {isSaved && <Notice tone="done">{t("choosing.saved")}</Notice>}
      <SettingsForm settings={settings} types={types} timeZone={timeZone} />
      <MailSection address={address} code={code} />
    </SettingsLayout>
  );
}
