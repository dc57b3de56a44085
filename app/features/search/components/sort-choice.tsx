import { useText } from "~/platform/i18n/use-text";
import { Segments } from "~/ui/primitives/segments";
import { type Question, sortOf, sorts } from "../question";
import { questionPath } from "../question-address";

/** Each order is an address; without words nothing fits better than anything else. */
export function SortChoice({ question }: { question: Question }) {
  const t = useText("search");
  const offered = sorts.filter((sort) => question.words || sort !== "relevance");
  return (
    <Segments
      label={t("sort.label")}
      items={offered.map((sort) => ({
        href: questionPath({ ...question, sort: sort === "relevance" ? null : sort, page: 1 }),
        label: t(`sort.${sort}`),
        isCurrent: sort === sortOf(question),
      }))}
    />
  );
}
