import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "~/features/auth/identifying.server";
import { listLinkedAnnouncements } from "~/features/changelog/linked-announcements.server";
import { announcementPath } from "~/features/changelog/paths";
import { feedLinks } from "~/features/feeds/feed-links";
import { feedPath } from "~/features/feeds/paths";
import { promisesPath } from "~/features/official/paths";
import { listAllAreas } from "~/features/site/areas.server";
import { pageMeta } from "~/features/site/page-meta";
import { rootDataOf } from "~/features/site/root-data";
import { DeclinedList } from "~/features/suggestions/components/declined-list";
import { RoadmapCard } from "~/features/suggestions/components/roadmap-card";
import { RoadmapColumn } from "~/features/suggestions/components/roadmap-column";
import { useTabCount } from "~/features/suggestions/components/use-tab-count";
import { listDeclined } from "~/features/suggestions/declines.server";
import { newSuggestionPath, suggestionListPath } from "~/features/suggestions/paths";
import { countByTab } from "~/features/suggestions/reading.server";
import { readRoadmap } from "~/features/suggestions/roadmap.server";
import { roadmapColumns } from "~/features/suggestions/view";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";
import { ButtonLink } from "~/ui/primitives/button-link";
import { EmptyState } from "~/ui/primitives/empty-state";
import { JumpLinks } from "~/ui/primitives/jump-links";
import { MoreLink } from "~/ui/primitives/more-link";
import { ReferenceChip } from "~/ui/primitives/reference-chip";
import { Time } from "~/ui/primitives/time";

const declinedShown = 4;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await visitor(args);
  const [columns, counts, declined, areas] = await Promise.all([
    readRoadmap(ctx),
    countByTab(ctx),
    listDeclined(ctx, { limit: declinedShown }),
    listAllAreas(ctx),
  ]);
  const ids = roadmapColumns.flatMap((column) => columns[column].map(({ id }) => id));
  const releases = await listLinkedAnnouncements(ctx, ids, { limitEach: 1 });
  return { columns, counts, declined, areas, releases, now: ctx.clock.now() };
}

export const meta: MetaFunction = (args) => {
  const t = translator(rootDataOf(args.matches).locale, "suggestions");
  const words = { title: t("roadmap.title"), description: t("roadmap.lede") };
  return [...pageMeta(args, () => words), ...feedLinks({ kind: "suggestions" }, t("title"))];
};

export default function Roadmap() {
  const { columns, counts, declined, areas, releases, now } = useLoaderData<typeof loader>();
  const t = useText("suggestions");
  const official = useText("official");
  const written = useTabCount(counts);
  const releaseOf = (id: number) => {
    const release = releases.find(({ topicId }) => topicId === id);
    if (!release) return null;
    const day = <Time at={release.publishedAt} now={now} form="day" />;
    return (
      <ReferenceChip href={announcementPath(release)} note={release.release && day}>
        {release.release || day}
      </ReferenceChip>
    );
  };
  return (
    <Page>
      <PageHead
        title={t("roadmap.title")}
        lede={t("roadmap.lede")}
        actions={
          <>
            <ButtonLink href={promisesPath()} icon="calendar">
              {official("promise.list.title")}
            </ButtonLink>
            <ButtonLink href={feedPath({ kind: "suggestions" })} icon="rss">
              {t("roadmap.follow")}
            </ButtonLink>
          </>
        }
      />
      <JumpLinks
        label={t("roadmap.columns")}
        items={roadmapColumns.map((column) => ({
          href: `#${column}`,
          label: t(`tabs.${column}`),
          count: written(column),
        }))}
      />
      <div className="board">
        {roadmapColumns.map((column) => (
          <RoadmapColumn
            key={column}
            column={column}
            count={written(column)}
            cards={columns[column].map((card) => (
              <RoadmapCard
                key={card.id}
                card={card}
                area={areas.find(({ id }) => id === card.areaId)}
                release={releaseOf(card.id)}
              />
            ))}
          />
        ))}
      </div>
      <div className={declined.length > 0 ? "mt-12 with-side" : "mt-12"}>
        {declined.length > 0 && (
          <div>
            <h2 className="section-title">{t("roadmap.decidedNot")}</h2>
            <p className="muted mt-2 measure">{t("roadmap.decidedNotLede")}</p>
            <DeclinedList items={declined} now={now} />
            <MoreLink href={suggestionListPath({ tab: "declined" })}>
              {t("roadmap.all.declined", { count: written("declined") })}
            </MoreLink>
          </div>
        )}
        <EmptyState
          icon="bulb"
          title={t("roadmap.missing")}
          action={<ButtonLink href={newSuggestionPath}>{t("form.open")}</ButtonLink>}
        >
          {t("roadmap.missingNote")}
        </EmptyState>
      </div>
    </Page>
  );
}
