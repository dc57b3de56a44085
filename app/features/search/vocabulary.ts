import { locales } from "~/locales/locales";
import { type Area, areaName } from "~/features/site/area";
import { statusText } from "~/features/topics/components/use-status-text";
import { boards, statusesOf } from "~/features/topics/topic";
import { fold, type Vocabulary } from "./typed-filters";

const statuses = new Map(
  boards
    .flatMap((board) => statusesOf(board))
    .flatMap((status) =>
      [status, ...locales.map((locale) => statusText(locale, status))].map((word) => [fold(word), status]),
    ),
);

/** The words for states and areas in every language, whichever the reader's is: people share what they typed. */
export function vocabularyOf(areas: readonly Area[]): Vocabulary {
  const words = areas.flatMap((area) =>
    [area.slug, ...locales.map((locale) => areaName(area, locale))].map((word): [string, string] => [
      fold(word),
      area.slug,
    ]),
  );
  return { statuses, areas: new Map(words) };
}
