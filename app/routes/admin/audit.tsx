import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { adminLinks } from "~/features/admin/admin-links";
import { adminAuditPath } from "~/features/admin/paths";
import { AuditList } from "~/features/audit/components/audit-list";
import { auditKinds } from "~/features/audit/entry";
import { readAudit, readKind } from "~/features/audit/reading.server";
import { requireMember } from "~/features/auth/identifying.server";
import { pageMeta } from "~/features/site/page-meta";
import { NumberSchema } from "~/features/topics/input";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { PageHead } from "~/ui/layouts/page-head";
import { SettingsLayout } from "~/ui/layouts/settings-layout";
import { ChipLinks } from "~/ui/primitives/chip-links";
import { EmptyState } from "~/ui/primitives/empty-state";
import { Notice } from "~/ui/primitives/notice";
import { Pager } from "~/ui/primitives/pager";

export const meta: MetaFunction = (args) =>
  pageMeta(args, (locale) => ({ title: translator(locale, "audit")("title"), isIndexed: false }));

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireMember(args);
  const query = new URL(args.request.url).searchParams;
  const kind = readKind(query.get("kind"));
  const before = NumberSchema.safeParse(query.get("before")).data ?? null;
  return { ...(await readAudit(ctx, { kind, before })), kind, now: ctx.clock.now() };
}

export default function Audit() {
  const { lines, next, chain, kind, now } = useLoaderData<typeof loader>();
  const t = useText("audit");
  const admin = useText("admin");
  return (
    <SettingsLayout label={admin("label")} links={adminLinks(admin, "audit")}>
      <PageHead title={t("title")} lede={t("lede")} />
      {chain.firstWrongId === null ? (
        <Notice tone="done">
          {t(chain.isWholeLog ? "chain.whole" : "chain.wholePart", { count: chain.count })}
        </Notice>
      ) : (
        <Notice tone="danger">{t("chain.broken", { id: chain.firstWrongId })}</Notice>
      )}
      <div className="mt-6 mb-4">
        <ChipLinks
          label={t("filter")}
          items={[
            { href: adminAuditPath(), label: t("all"), isCurrent: kind === null },
            ...auditKinds.map((each) => ({
              href: adminAuditPath({ kind: each }),
              label: t(`kinds.${each}`),
              isCurrent: kind === each,
            })),
          ]}
        />
      </div>
      {lines.length > 0 ? (
        <AuditList lines={lines} now={now} />
      ) : (
        <EmptyState icon="log" title={t("empty")}>
          {t("emptyHint")}
        </EmptyState>
      )}
      <Pager
        older={next === null ? null : { href: adminAuditPath({ kind: kind ?? undefined, before: next }) }}
      />
    </SettingsLayout>
  );
}
