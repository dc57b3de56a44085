import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "~/features/auth/identifying.server";
import { newDiscussionPath } from "~/features/discussions/paths";
import { KnownIssueItem } from "~/features/known-issues/components/known-issue-item";
import { listKnownIssues } from "~/features/known-issues/listing.server";
import { knownIssuesPath } from "~/features/known-issues/paths";
import { mayTellOfKnownIssues } from "~/features/known-issues/policy";
import { pageMeta } from "~/features/site/page-meta";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";
import { ButtonLink } from "~/ui/primitives/button-link";
import { EmptyState } from "~/ui/primitives/empty-state";
import { Pager } from "~/ui/primitives/pager";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await visitor(args);
  const after = new URL(args.request.url).searchParams.get("after");
  const lists = await listKnownIssues(ctx, { after });
  return { ...lists, after, isStaff: mayTellOfKnownIssues(ctx.actor), now: ctx.clock.now() };
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (locale) => {
    const t = translator(locale, "knownIssues");
    return { title: t("title"), description: t("lede"), isIndexed: !args.data?.after };
  });

export default function KnownIssues() {
  const { active, fixed, next, after, isStaff, now } = useLoaderData<typeof loader>();
  const t = useText("knownIssues");
  const report = newDiscussionPath({ kind: "problem" });
  return (
    <Page>
      <PageHead
        title={t("title")}
        lede={t("lede")}
        actions={<ButtonLink href={report}>{t("list.report")}</ButtonLink>}
      />
      <div className="stack" data-gap="6">
        {!after && (
          <section aria-labelledby="active">
            <h2 id="active" className="section-title">
              {t("list.active")}
            </h2>
            {active.length > 0 ? (
              <ul className="lines">{active.map(itemOf)}</ul>
            ) : (
              <EmptyState icon="st-done" title={t("list.none")} headingLevel={3}>
                {t("list.noneText")}
              </EmptyState>
            )}
          </section>
        )}
        {fixed.length > 0 && (
          <section aria-labelledby="fixed">
            <h2 id="fixed" className="section-title">
              {t("list.fixed")}
            </h2>
            <ul className="lines">{fixed.map(itemOf)}</ul>
            <Pager
              older={
                next === null ? null : { href: `${knownIssuesPath}?after=${next}`, label: t("list.more") }
              }
            />
          </section>
        )}
      </div>
    </Page>
  );

  function itemOf(issue: (typeof active)[number]) {
    return <KnownIssueItem key={issue.number} issue={issue} isStaff={isStaff} now={now} />;
  }
}
