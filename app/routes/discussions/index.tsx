import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "~/features/auth/identifying.server";
import { DiscussionRow } from "~/features/discussions/components/discussion-row";
import { DiscussionTabs } from "~/features/discussions/components/discussion-tabs";
import { DiscussionToolbar } from "~/features/discussions/components/discussion-toolbar";
import { MarkAllRead } from "~/features/topics/components/mark-all-read";
import { NoDiscussions } from "~/features/discussions/components/no-discussions";
import { discussionsPerPage, listDiscussions } from "~/features/discussions/listing.server";
import { discussionListPath, newDiscussionPath } from "~/features/discussions/paths";
import { readView } from "~/features/discussions/view";
import { feedLinks } from "~/features/feeds/feed-links";
import { tagsPath } from "~/features/tags/paths";
import { knownIssuesPath } from "~/features/known-issues/paths";
import { OfficialLine } from "~/features/official/components/official-line";
import { staffPath } from "~/features/members/paths";
import { LiveRegion } from "~/features/live/components/live-region";
import { pageMeta } from "~/features/site/page-meta";
import { rootDataOf } from "~/features/site/root-data";
import { suggestionsPath } from "~/features/suggestions/paths";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";
import { WithSide } from "~/ui/layouts/with-side";
import { SideLinks } from "~/ui/patterns/side-links";
import { SideSection } from "~/ui/patterns/side-section";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Pager } from "~/ui/primitives/pager";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await visitor(args);
  const view = readView(new URL(args.request.url).searchParams);
  const page = await listDiscussions(ctx, view);
  return { ...page, view, isSignedIn: ctx.actor !== null, now: ctx.clock.now() };
}

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translator(rootDataOf(args.matches).locale, "discussions");
  const area = args.data?.view.area;
  return [
    ...pageMeta(args, () => ({
      title: t("title"),
      description: t("lede"),
      isIndexed: !args.data?.view.after,
    })),
    ...feedLinks(area ? { kind: "area", slug: area } : { kind: "all" }, t("title")),
  ];
};

export default function Discussions() {
  const { topics, leading, next, counts, areas, view, isSignedIn, now } = useLoaderData<typeof loader>();
  const t = useText("discussions");
  return (
    <Page>
      <PageHead
        title={t("title")}
        lede={t("lede")}
        actions={
          <ButtonLink href={newDiscussionPath({ area: view.area })} icon="plus">
            {t("new")}
          </ButtonLink>
        }
      />
      <DiscussionTabs view={view} counts={counts} isSignedIn={isSignedIn} />
      <WithSide
        sideLabel={t("side.label")}
        side={
          <>
            <SideSection title={t("side.label")}>
              <SideLinks
                label={t("side.label")}
                items={[
                  { href: newDiscussionPath({ kind: "problem", area: view.area }), label: t("side.problem") },
                  { href: knownIssuesPath, label: t("side.knownIssues") },
                  { href: tagsPath, label: t("side.tags") },
                  { href: suggestionsPath, label: t("side.suggestion") },
                  { href: staffPath, label: t("side.staff") },
                ]}
              />
            </SideSection>
            <SideSection title={t("side.safetyTitle")}>
              <p className="small muted">{t("side.safety")}</p>
            </SideSection>
          </>
        }
      >
        <DiscussionToolbar view={view} areas={areas} />
        <h2 className="sr-only">{t("listHeading")}</h2>
        {isSignedIn && view.isUnread && topics.length > 0 && <MarkAllRead />}
        {leading.length + topics.length > 0 ? (
          <ul className="rows">
            {[...leading, ...topics].map((topic) => (
              <DiscussionRow
                key={topic.id}
                topic={topic}
                now={now}
                hasKind={view.kind === null}
                officialLine={topic.official && <OfficialLine at={topic.official.at} now={now} />}
              />
            ))}
          </ul>
        ) : (
          <NoDiscussions view={view} />
        )}
        <Pager
          older={
            next
              ? {
                  href: discussionListPath({ ...view, after: next }),
                  label: t("more", { count: discussionsPerPage }),
                }
              : null
          }
          note={next && t("moreNote")}
        />
      </WithSide>
      {!view.after && <LiveRegion board="discussion" since={now} />}
    </Page>
  );
}
