import { type Area, areaName } from "~/features/site/area";
import { useStatusText } from "~/features/topics/components/use-status-text";
import { langOf } from "~/features/topics/language";
import { boards, statusesOf } from "~/features/topics/topic";
import { useLocale, useText } from "~/platform/i18n/use-text";
import type { FacetGroupProps, FacetOption } from "~/ui/patterns/facet-group";
import { writeNumber } from "~/ui/primitives/number";
import { type Counted, countedAnswers, countedIn, countedKinds } from "../facet-options";
import { ages, languages, type Question } from "../question";
import type { SearchAnswer } from "../searching.server";

const statusOrder: readonly string[] = [...new Set(boards.flatMap((board) => statusesOf(board)))];

export interface FacetsInput {
  question: Question;
  answer: Pick<SearchAnswer, "facets" | "authors">;
  areas: readonly Area[];
}

/** The ways these results divide, in the reader's words, without those in which they do not. */
export function useFacetGroups({ question, answer, areas }: FacetsInput): FacetGroupProps[] {
  const t = useText("search");
  const locale = useLocale();
  const statusText = useStatusText();
  const { facets, authors } = answer;

  function options<Value extends string>(
    counted: readonly Counted<Value>[],
    label: (value: Value) => string,
  ): FacetOption[] {
    return counted.map(({ value, count, isChosen }) => ({
      value,
      label: label(value),
      count: writeNumber(locale, count),
      isChecked: isChosen,
    }));
  }
  function areaLabel(slug: string): string {
    const area = areas.find((one) => one.slug === slug);
    return area ? areaName(area, locale) : slug;
  }

  const areaOrder = areas.map(({ slug }) => slug);
  const counts = Object.fromEntries(authors.map(({ name, count }) => [name, count]));
  const authorLabel = (name: string) => authors.find((author) => author.name === name)?.displayName ?? name;
  const groups: FacetGroupProps[] = [
    {
      name: "kind",
      legend: t("facet.kind"),
      options: options(countedKinds(facets, question.kinds), (kind) => t(`kinds.${kind}`)),
    },
    {
      name: "is",
      legend: t("facet.answers"),
      options: options(countedAnswers(facets, question), (answered) => t(`answers.${answered}`)),
    },
    {
      name: "area",
      legend: t("facet.area"),
      options: options(countedIn(areaOrder, facets.category, question.areas), areaLabel),
    },
    {
      name: "status",
      legend: t("facet.status"),
      options: options(countedIn(statusOrder, facets.status, question.statuses), statusText),
    },
    {
      name: "lang",
      legend: t("facet.language"),
      options: options(countedIn(languages, facets.language, question.languages), (one) =>
        t(`language.${one}`),
      ).map((option) => ({ ...option, lang: langOf(option.value) })),
    },
    {
      name: "when",
      legend: t("facet.when"),
      isSingle: true,
      options: [
        { value: "", label: t("when.any"), isChecked: question.age === null },
        ...ages.map((age) => ({ value: age, label: t(`when.${age}`), isChecked: question.age === age })),
      ],
    },
    {
      name: "author",
      legend: t("facet.author"),
      options: options(countedIn(Object.keys(counts), counts, question.authors), authorLabel),
    },
  ];
  return groups.filter((group) => group.options.length > 0);
}
