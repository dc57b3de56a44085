import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "~/features/auth/identifying.server";
import { isLabel, labels as allLabels, orderLabels } from "~/features/changelog/announcement";
import { countArchive } from "~/features/changelog/archive.server";
import { byMonth } from "~/features/changelog/by-month";
import { ChangelogMonths } from "~/features/changelog/components/changelog-months";
import { DraftList } from "~/features/changelog/components/draft-list";
import { LabelFilter } from "~/features/changelog/components/label-filter";
import { MonthSection } from "~/features/changelog/components/month-section";
import { listDrafts } from "~/features/changelog/drafts.server";
import { listAnnouncements } from "~/features/changelog/listing.server";
import { changelogListPath, changelogPath, newAnnouncementPath } from "~/features/changelog/paths";
import { mayWriteAnnouncements } from "~/features/changelog/policy";
import { feedLinks } from "~/features/feeds/feed-links";
import { feedPath } from "~/features/feeds/paths";
import { pageMeta } from "~/features/site/page-meta";
import { rootDataOf } from "~/features/site/root-data";
import { SubscribeForm } from "~/features/subscriptions/components/subscribe-form";
import { subscribePath } from "~/features/subscriptions/paths";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";
import { ButtonLink } from "~/ui/primitives/button-link";
import { EmptyState } from "~/ui/primitives/empty-state";
import { Pager } from "~/ui/primitives/pager";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await visitor(args);
  const { searchParams } = new URL(args.request.url);
  const chosen = orderLabels(searchParams.getAll("label").filter(isLabel));
  const query = {
    // All of them is no filter: an entry without any label belongs to everything too.
    labels: chosen.length === allLabels.length ? [] : chosen,
    month: searchParams.get("month"),
    after: searchParams.get("after"),
  };
  const [list, archive, drafts] = await Promise.all([
    listAnnouncements(ctx, query),
    countArchive(ctx),
    query.after ? [] : listDrafts(ctx),
  ]);
  return {
    ...list,
    archive,
    drafts,
    query,
    now: ctx.clock.now(),
    mayWrite: mayWriteAnnouncements(ctx.actor),
  };
}

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translator(rootDataOf(args.matches).locale, "changelog");
  const words = { title: t("title"), description: t("lede") };
  return [...pageMeta(args, () => words), ...feedLinks({ kind: "changelog" }, words.title)];
};

export default function Changelog() {
  const { entries, next, archive, drafts, query, now, mayWrite } = useLoaderData<typeof loader>();
  const t = useText("changelog");
  const byMail = useText("subscriptions");
  const months = byMonth(entries);
  return (
    <Page>
      <PageHead
        title={t("title")}
        lede={t("lede")}
        actions={
          <>
            {mayWrite && (
              <ButtonLink href={newAnnouncementPath} icon="plus">
                {t("write")}
              </ButtonLink>
            )}
            <ButtonLink href={subscribePath} icon="mail">
              {byMail("short")}
            </ButtonLink>
            <ButtonLink href={feedPath({ kind: "changelog" })} icon="rss">
              {t("feed")}
            </ButtonLink>
          </>
        }
      />
      <div className="side-first">
        <aside className="sticky" aria-label={t("rail.label")}>
          <div className="hide-narrow">
            <ChangelogMonths months={archive.months} labels={query.labels} shown={months[0]?.month ?? null} />
          </div>
          {archive.total > 0 && (
            <LabelFilter labels={query.labels} counts={archive.byLabel} month={query.month} />
          )}
        </aside>
        <div>
          <DraftList drafts={drafts} now={now} />
          {months.map(({ month, entries: ofMonth }) => (
            <MonthSection key={month} month={month} entries={ofMonth} now={now} />
          ))}
          {entries.length === 0 && <NothingHere isFiltered={archive.total > 0} />}
          <Pager
            newer={
              query.after || query.month
                ? { href: changelogListPath({ labels: query.labels }), label: t("newest") }
                : null
            }
            older={
              next
                ? { href: changelogListPath({ labels: query.labels, after: next }), label: t("older") }
                : null
            }
          />
          <section className="panel mt-12" aria-labelledby="by-mail">
            <h2 className="section-title" id="by-mail">
              {byMail("title")}
            </h2>
            <p className="muted mb-4">{byMail("lede")}</p>
            <SubscribeForm />
          </section>
        </div>
      </div>
    </Page>
  );
}

function NothingHere({ isFiltered }: { isFiltered: boolean }) {
  const t = useText("changelog");
  if (!isFiltered) {
    return (
      <EmptyState icon="log" title={t("empty.title")}>
        {t("empty.text")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon="log"
      title={t("empty.filtered")}
      action={<ButtonLink href={changelogPath}>{t("empty.showAll")}</ButtonLink>}
    >
      {t("empty.filteredText")}
    </EmptyState>
  );
}
