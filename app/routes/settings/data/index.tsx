import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/features/auth/identifying.server";
import { settingsLinks } from "~/features/members/settings-links";
import { CopySetting } from "~/features/own-data/components/copy-setting";
import { DeletionSetting } from "~/features/own-data/components/deletion-setting";
import { findCopy } from "~/features/own-data/fetching.server";
import { pageMeta } from "~/features/site/page-meta";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { PageHead } from "~/ui/layouts/page-head";
import { SettingsLayout } from "~/ui/layouts/settings-layout";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "ownData")("title"), isIndexed: false }));

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const said = new URL(args.request.url).searchParams;
  return { copy: await findCopy(ctx), isTooSoon: said.has("too-soon"), now: ctx.clock.now() };
}

export default function DataSettings() {
  const { copy, isTooSoon, now } = useLoaderData<typeof loader>();
  const members = useText("members");
  const t = useText("ownData");
  return (
    <SettingsLayout label={members("settings.label")} links={settingsLinks(members, "data")}>
      <PageHead title={t("title")} lede={t("lede")} />
      <CopySetting copy={copy} isTooSoon={isTooSoon} now={now} />
      <DeletionSetting />
    </SettingsLayout>
  );
}
