import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { adminLinks } from "~/features/admin/admin-links";
import { listKeptMails, readMailHealth } from "~/features/admin/mails.server";
import { adminMailsPath, keptMailPath } from "~/features/admin/paths";
import { requireMember } from "~/features/auth/identifying.server";
import { pageMeta } from "~/features/site/page-meta";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { PageHead } from "~/ui/layouts/page-head";
import { SettingsLayout } from "~/ui/layouts/settings-layout";
import { LineItem } from "~/ui/patterns/line-item";
import { EmptyState } from "~/ui/primitives/empty-state";
import { MetaLine } from "~/ui/primitives/meta-line";
import { Notice } from "~/ui/primitives/notice";
import { Pager } from "~/ui/primitives/pager";
import { Time } from "~/ui/primitives/time";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "admin")("mails.title"), isIndexed: false }));

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const health = await readMailHealth(ctx);
  const before = new URL(args.request.url).searchParams.get("before");
  const { mails, next } = await listKeptMails(ctx, before?.slice(0, 200) ?? null);
  return { health, mails, next, now: ctx.clock.now() };
}

export default function Mails() {
  const { health, mails, next, now } = useLoaderData<typeof loader>();
  const t = useText("admin");
  const { kind, waiting, sentToday, failedThisWeek, suppressed, lastFailure } = health;
  return (
    <SettingsLayout label={t("label")} links={adminLinks(t, "mails")}>
      <PageHead title={t("mails.title")} lede={t(`mails.${kind}`)} />
      <MetaLine
        items={[
          t("mails.waiting", { count: waiting }),
          t("mails.sent", { count: sentToday }),
          t("mails.failed", { count: failedThisWeek }),
          t("mails.suppressed", { count: suppressed }),
        ]}
      />
      {lastFailure && (
        <div className="mt-4">
          <Notice tone="active">
            {t("mails.lastFailure")} <Time at={lastFailure.at} now={now} />: {lastFailure.outcome}
          </Notice>
        </div>
      )}
      <ul className="lines mt-4">
        {mails.map((mail) => (
          <LineItem
            key={mail.name}
            href={keptMailPath(mail.name)}
            title={mail.subject || mail.name}
            meta={<MetaLine items={[mail.to, mail.date && <Time key="at" at={mail.date} now={now} />]} />}
          />
        ))}
      </ul>
      {mails.length === 0 && kind === "files" && (
        <EmptyState icon="mail" title={t("mails.none")}>
          {t("mails.noneHint")}
        </EmptyState>
      )}
      <Pager older={next ? { href: `${adminMailsPath}?before=${next}` } : null} />
    </SettingsLayout>
  );
}
