import type { ReactNode } from "react";
import { useText } from "~/platform/i18n/use-text";
import { Notice } from "~/ui/primitives/notice";
import { Tag } from "~/ui/primitives/tag";
import { TextLink } from "~/ui/primitives/text-link";
import { countFilters, type Question } from "../question";
import { questionPath } from "../question-address";
import type { SearchAnswer } from "../searching.server";
import { SortChoice } from "./sort-choice";

export interface SearchSummaryProps {
  question: Question;
  answer: SearchAnswer;
}

/** How much was found and in which order it stands, and what about the question had to be read generously. */
export function SearchSummary({ question, answer }: SearchSummaryProps) {
  const t = useText("search");
  const { total, totalIsExact, isRelaxed, unknownAuthors } = answer;
  const { words, sort, tags, after, before } = question;
  const b = (chunks: ReactNode) => <b>{chunks}</b>;
  return (
    <>
      <div className="spread mb-4">
        <p className="muted" role="status">
          {words
            ? t.rich(totalIsExact ? "foundFor" : "foundAtLeastFor", { count: total, words, b })
            : t.rich(totalIsExact ? "found" : "foundAtLeast", { count: total, b })}{" "}
          {tags.map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
          {after && <Tag>{t("between.after", { day: after })}</Tag>}
          {before && <Tag>{t("between.before", { day: before })}</Tag>}{" "}
          {countFilters(question) > 0 && (
            <TextLink className="small" href={questionPath({ words, sort })}>
              {t("clearFilters")}
            </TextLink>
          )}
        </p>
        {total > 0 && <SortChoice question={question} />}
      </div>
      {isRelaxed && <Notice icon="info">{t("relaxed")}</Notice>}
      {unknownAuthors.length > 0 && (
        <Notice icon="info">{t("unknownAuthor", { names: unknownAuthors.join(", ") })}</Notice>
      )}
    </>
  );
}
