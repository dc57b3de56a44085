import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "~/features/auth/identifying.server";
import { changelogPath } from "~/features/changelog/paths";
import { feedLinks } from "~/features/feeds/feed-links";
import { readCommunityFigures } from "~/features/insights/community-figures.server";
import { ActiveProblems } from "~/features/insights/components/active-problems";
import { FiguresStrip } from "~/features/insights/components/figures-strip";
import { FirstSteps } from "~/features/insights/components/first-steps";
import { HomeHero } from "~/features/insights/components/home-hero";
import { TeamNews } from "~/features/insights/components/team-news";
import { TrendingSuggestions } from "~/features/insights/components/trending-suggestions";
import { useCountText } from "~/features/insights/components/use-count-text";
import { listLatestAnnouncements, listLatestLetters } from "~/features/insights/from-the-team.server";
import { listAreas } from "~/features/site/areas.server";
import { rootDataOf } from "~/features/site/root-data";
import { listTrending } from "~/features/suggestions/listing.server";
import { newSuggestionPath, roadmapPath, suggestionsPath } from "~/features/suggestions/paths";
import { listTopics } from "~/features/topics/listing.server";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { ColumnHead } from "~/ui/patterns/column-head";
import { EmptyState } from "~/ui/primitives/empty-state";
import { JumpLinks } from "~/ui/primitives/jump-links";
import { MoreLink } from "~/ui/primitives/more-link";

const shown = { problems: 5, suggestions: 4, letters: 2, announcements: 2 };
const openStatuses = ["open", "acknowledged", "investigating", "known-issue"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await visitor(args);
  const [problems, suggestions, letters, announcements, figures, areas] = await Promise.all([
    listTopics(ctx, {
      board: "discussion",
      sort: "affected",
      filters: { kind: "problem", statuses: openStatuses },
      limit: shown.problems,
    }),
    listTrending(ctx, { limit: shown.suggestions }),
    listLatestLetters(ctx, { limit: shown.letters }),
    listLatestAnnouncements(ctx, { limit: shown.announcements }),
    readCommunityFigures(ctx),
    listAreas(ctx),
  ]);
  const actor = ctx.actor;
  return {
    problems: problems.topics,
    suggestions,
    letters,
    announcements,
    figures,
    areas,
    actor,
    now: ctx.clock.now(),
  };
}

export const meta: MetaFunction = ({ matches }) => {
  const { name, tagline } = rootDataOf(matches).site;
  const description = tagline ? [{ name: "description", content: tagline }] : [];
  return [{ title: name }, ...description, ...feedLinks({ kind: "all" }, name)];
};

export default function Home() {
  const { problems, suggestions, letters, announcements, figures, areas, actor, now } =
    useLoaderData<typeof loader>();
  const t = useText("home");
  const counted = useCountText();
  const isSilent = letters.length === 0 && announcements.length === 0;
  const isEmpty = isSilent && problems.length === 0 && suggestions.length === 0;
  if (isEmpty) {
    return (
      <>
        <HomeHero areas={areas} />
        <Page>
          <FirstSteps actor={actor} />
        </Page>
      </>
    );
  }
  return (
    <>
      <HomeHero areas={areas} />
      <FiguresStrip figures={figures} />
      <div className="wrap page three">
        <JumpLinks
          label={t("jump")}
          items={[
            { href: "#problems", label: t("problems.title") },
            { href: "#ideas", label: t("ideas.title") },
            { href: "#team", label: t("team.title") },
          ]}
        />
        <section aria-labelledby="problems">
          <ColumnHead
            id="problems"
            title={t("problems.title")}
            link={{
              href: "/discussions?kind=problem",
              label: t("problems.all", { count: counted(figures.openProblems) }),
            }}
          />
          {problems.length > 0 ? (
            <ActiveProblems topics={problems} now={now} />
          ) : (
            <EmptyState icon="st-done" title={t("problems.empty")}>
              {t("problems.emptyText")}
            </EmptyState>
          )}
          <MoreLink href="/discussions/new?kind=problem">{t("problems.report")}</MoreLink>
        </section>
        <section aria-labelledby="ideas">
          <ColumnHead
            id="ideas"
            title={t("ideas.title")}
            link={{
              href: suggestionsPath,
              label: t("ideas.all", { count: counted(figures.openSuggestions) }),
            }}
          />
          {suggestions.length > 0 ? (
            <TrendingSuggestions suggestions={suggestions} />
          ) : (
            <EmptyState icon="bulb" title={t("ideas.empty")}>
              {t("ideas.emptyText")}
            </EmptyState>
          )}
          <MoreLink href={newSuggestionPath}>{t("ideas.suggest")}</MoreLink>
        </section>
        <section aria-labelledby="team">
          <ColumnHead
            id="team"
            title={t("team.title")}
            link={{ href: changelogPath, label: t("team.changelog") }}
          />
          {isSilent ? (
            <EmptyState icon="seal" title={t("team.empty")}>
              {t("team.emptyText")}
            </EmptyState>
          ) : (
            <TeamNews letters={letters} announcements={announcements} now={now} />
          )}
          <MoreLink href={roadmapPath}>{t("team.planned")}</MoreLink>
        </section>
      </div>
    </>
  );
}
