import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { adminLinks } from "~/features/admin/admin-links";
import { adminPolicyReportsPath } from "~/features/admin/paths";
import { forgetPolicyReports, listPolicyReports } from "~/features/admin/policy-reports/listing.server";
import { requireMember } from "~/features/auth/identifying.server";
import { pageMeta } from "~/features/site/page-meta";
import { MethodNotAllowed } from "~/platform/errors";
import { seeOther } from "~/platform/http/answer.server";
import { readForm } from "~/platform/http/read-form.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { PageHead } from "~/ui/layouts/page-head";
import { SettingsLayout } from "~/ui/layouts/settings-layout";
import { LineItem } from "~/ui/patterns/line-item";
import { Button } from "~/ui/primitives/button";
import { EmptyState } from "~/ui/primitives/empty-state";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { MetaLine } from "~/ui/primitives/meta-line";
import { Notice } from "~/ui/primitives/notice";
import { Time } from "~/ui/primitives/time";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({
    title: translator(locale, "admin")("policyReports.title"),
    isIndexed: false,
  }));

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const isForgotten = new URL(args.request.url).searchParams.has("forgotten");
  return { reports: await listPolicyReports(ctx), isForgotten, now: ctx.clock.now() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireMember(args);
  const { method } = await readForm(args.request);
  if (method !== "DELETE") throw new MethodNotAllowed();
  await forgetPolicyReports(ctx);
  return seeOther(`${adminPolicyReportsPath}?forgotten`);
}

export default function PolicyReports() {
  const { reports, isForgotten, now } = useLoaderData<typeof loader>();
  const t = useText("admin");
  return (
    <SettingsLayout label={t("label")} links={adminLinks(t, "policy-reports")}>
      <PageHead title={t("policyReports.title")} lede={t("policyReports.lede")} />
      {isForgotten && <Notice tone="done">{t("policyReports.forgotten")}</Notice>}
      {reports.length === 0 && !isForgotten && (
        <EmptyState icon="shield" title={t("policyReports.none")}>
          {t("policyReports.noneHint")}
        </EmptyState>
      )}
      {reports.length > 0 && (
        <>
          <ul className="lines">
            {reports.map(({ id, directive, blocked, page, times, lastAt }) => (
              <LineItem
                key={id}
                href={page}
                title={page}
                meta={
                  <MetaLine
                    items={[
                      t("policyReports.what", { directive, blocked }),
                      t("policyReports.times", { count: times }),
                      <Time key="at" at={lastAt} now={now} />,
                    ]}
                  />
                }
              />
            ))}
          </ul>
          <form method="post" className="mt-4">
            <HiddenFields method="DELETE" />
            <Button type="submit">{t("policyReports.forget")}</Button>
          </form>
        </>
      )}
    </SettingsLayout>
  );
}
