import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "~/features/auth/identifying.server";
import { feedLinks } from "~/features/feeds/feed-links";
import { LiveRegion } from "~/features/live/components/live-region";
import { similarPath } from "~/features/search/paths";
import { pageMeta } from "~/features/site/page-meta";
import { rootDataOf } from "~/features/site/root-data";
import { MarkAllRead } from "~/features/topics/components/mark-all-read";
import { NoSuggestions } from "~/features/suggestions/components/no-suggestions";
import { SuggestionEntry } from "~/features/suggestions/components/suggestion-entry";
import { SuggestionForm } from "~/features/suggestions/components/suggestion-form";
import { SuggestionTabs } from "~/features/suggestions/components/suggestion-tabs";
import { SuggestionToolbar } from "~/features/suggestions/components/suggestion-toolbar";
import { formId } from "~/features/suggestions/form-ids";
import { listSuggestions, suggestionsPerPage } from "~/features/suggestions/listing.server";
import { suggestionListPath } from "~/features/suggestions/paths";
import { readView } from "~/features/suggestions/view";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { PageHead } from "~/ui/layouts/page-head";
import { WithSide } from "~/ui/layouts/with-side";
import { ButtonLink } from "~/ui/primitives/button-link";
import { Pager } from "~/ui/primitives/pager";
import { readFormDraft } from "../drafts/form-draft.server";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await visitor(args);
  const view = readView(new URL(args.request.url).searchParams);
  const [page, draft] = await Promise.all([
    listSuggestions(ctx, view),
    readFormDraft(ctx, { type: "suggestion" }),
  ]);
  return {
    ...page,
    draft,
    view,
    perPage: suggestionsPerPage,
    now: ctx.clock.now(),
    isSignedIn: ctx.actor !== null,
    submission: ctx.actor && randomUUID(),
  };
}

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translator(rootDataOf(args.matches).locale, "suggestions");
  const words = { title: t("title"), description: t("lede") };
  const area = args.data?.view.area;
  const ofArea = area ? feedLinks({ kind: "area", slug: area }, words.title) : [];
  return [...pageMeta(args, () => words), ...feedLinks({ kind: "suggestions" }, words.title), ...ofArea];
};

export default function Suggestions() {
  const { suggestions, next, counts, areas, view, perPage, isSignedIn, submission, draft, now } =
    useLoaderData<typeof loader>();
  const t = useText("suggestions");
  return (
    <Page>
      <PageHead
        title={t("title")}
        lede={t("lede")}
        actions={
          <ButtonLink className="show-narrow" href={`#${formId}`} icon="plus">
            {t("form.open")}
          </ButtonLink>
        }
      />
      <WithSide
        isWide
        isSticky
        sideLabel={t("sideLabel")}
        side={
          <section className="panel">
            <h2 className="section-title mb-4">{t("form.open")}</h2>
            <SuggestionForm
              areas={areas}
              submission={submission}
              area={view.area}
              draft={draft}
              similarUrl={similarPath({ type: "suggestion" })}
            />
          </section>
        }
      >
        <SuggestionTabs view={view} counts={counts} />
        <SuggestionToolbar view={view} areas={areas} isSignedIn={isSignedIn} />
        <h2 className="sr-only">{t("listHeading")}</h2>
        {isSignedIn && view.isUnread && suggestions.length > 0 && <MarkAllRead />}
        {suggestions.length > 0 ? (
          <ul className="rows">
            {suggestions.map((suggestion) => (
              <SuggestionEntry key={suggestion.id} suggestion={suggestion} />
            ))}
          </ul>
        ) : (
          <NoSuggestions view={view} />
        )}
        <Pager
          older={
            next
              ? {
                  href: suggestionListPath({ ...view, after: next }),
                  label: t("more", { count: perPage }),
                }
              : null
          }
        />
      </WithSide>
      <LiveRegion board="suggestion" since={now} />
    </Page>
  );
}
