import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "~/features/auth/identifying.server";
import { SearchFacets } from "~/features/search/components/search-facets";
import { SearchResting } from "~/features/search/components/search-resting";
import { SearchResults } from "~/features/search/components/search-results";
import { SearchTips } from "~/features/search/components/search-tips";
import { asksNothing } from "~/features/search/question";
import {
  filterFields,
  questionPath,
  readQuestion,
  searchPath,
  suggestPath,
} from "~/features/search/question-address";
import { search } from "~/features/search/searching.server";
import { readTypedFilters, withTypedFilters } from "~/features/search/typed-filters";
import { vocabularyOf } from "~/features/search/vocabulary";
import { listAllAreas } from "~/features/site/areas.server";
import { pageMeta } from "~/features/site/page-meta";
import { seeOther } from "~/platform/http/answer.server";
import { translator } from "~/platform/i18n/translator";
import { useText } from "~/platform/i18n/use-text";
import { Page } from "~/ui/layouts/page";
import { BigSearch } from "~/ui/patterns/big-search";
import { Notice } from "~/ui/primitives/notice";

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await visitor(args);
  const asked = readQuestion(new URL(args.request.url).searchParams);
  const areas = await listAllAreas(ctx);
  const typed = readTypedFilters(asked.words, vocabularyOf(areas));
  // What was typed as a filter becomes one in the address: it shows among the filters and can be taken off there.
  if (typed.words !== asked.words) throw seeOther(questionPath(withTypedFilters(asked, typed)));
  const now = ctx.clock.now();
  if (asksNothing(asked)) return data({ question: asked, answer: null, areas, now });
  const answer = await search(ctx, asked, args.request.signal);
  const status = answer.state === "unavailable" ? 503 : answer.state === "unanswerable" ? 400 : 200;
  return data({ question: asked, answer, areas, now }, { status });
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (locale) => {
    const t = translator(locale, "search");
    const words = args.data?.question.words;
    return {
      title: words ? t("titleFor", { words }) : t("title"),
      description: t("description"),
      isIndexed: !args.data?.answer,
    };
  });

export default function SearchPage() {
  const { question, answer, areas, now } = useLoaderData<typeof loader>();
  const t = useText("search");
  const { words, sort } = question;
  return (
    <Page>
      <h1 className="sr-only">{words ? t("headingFor", { words }) : t("title")}</h1>
      <div className="search-head">
        <BigSearch
          action={searchPath}
          label={t("label")}
          placeholder={t("placeholder")}
          submit={t("submit")}
          value={words}
          suggestPath={suggestPath}
        >
          {filterFields(question).map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          {sort && <input type="hidden" name="sort" value={sort} />}
        </BigSearch>
      </div>
      {answer === null && <SearchTips />}
      {answer?.state === "unavailable" && <SearchResting question={question} />}
      {answer?.state === "unanswerable" && <Notice tone="danger">{t("unanswerable")}</Notice>}
      {answer?.state === "answered" && (
        <div className="side-first">
          <SearchFacets question={question} answer={answer} areas={areas} />
          <SearchResults question={question} answer={answer} now={now} />
        </div>
      )}
    </Page>
  );
}
