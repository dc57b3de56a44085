import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "~/features/auth/identifying.server";
import { TeamList } from "~/features/members/components/team-list";
import { listFormerNames } from "~/features/members/former-names.server";
import { listFormerTeam, listTeam } from "~/features/members/reading.server";
import { isStaff } from "~/features/members/role";
import { pageMeta } from "~/features/site/page-meta";
import { useSite } from "~/features/site/root-data";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";
import { EmptyState } from "~/ui/primitives/empty-state";
import { Notice } from "~/ui/primitives/notice";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "members")("roster.title") }));

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await visitor(args);
  const [everybody, former, formerNames] = await Promise.all([
    listTeam(ctx),
    listFormerTeam(ctx),
    listFormerNames(ctx),
  ]);
  const team = everybody.filter(({ origin }) => origin !== "sample");
  return {
    staff: team.filter((member) => isStaff(member)),
    moderators: team.filter((member) => !isStaff(member)),
    former,
    formerNames,
    now: ctx.clock.now(),
  };
}

export default function StaffPage() {
  const { staff, moderators, former, ...rest } = useLoaderData<typeof loader>();
  const site = useSite();
  const t = useText("members");
  return (
    <Page>
      <PageHead title={t("roster.title")} lede={t("roster.lede", { site: site.name })} />
      <Notice icon="shield">{t("profile.neverFirst")}</Notice>
      {staff.length === 0 ? (
        <EmptyState icon="people" title={t("roster.empty")}>
          {t("roster.emptyHint")}
        </EmptyState>
      ) : (
        <TeamList id="staff" title={t("roster.staff")} members={staff} siteName={site.name} {...rest} />
      )}
      {moderators.length > 0 && (
        <TeamList
          id="moderators"
          title={t("roster.moderators")}
          note={t("roster.moderatorsHint", { site: site.name })}
          members={moderators}
          siteName={site.name}
          {...rest}
        />
      )}
      {former.length > 0 && (
        <TeamList
          id="former"
          title={t("roster.former")}
          note={t("roster.formerHint", { site: site.name })}
          members={former}
          siteName={site.name}
          {...rest}
        />
      )}
    </Page>
  );
}
