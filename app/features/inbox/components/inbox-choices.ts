import { type Area, areaName } from "~/features/site/area";
import type { Locale } from "~/locales/locales";
import type { Translator } from "~/platform/i18n/translator";
import { writeNumber } from "~/ui/primitives/number";
import { type InboxCount, mostCounted } from "../inbox-count";
import { type InboxFilters, isSameView } from "../filters";
import { obligationKinds } from "../obligation";

export interface InboxChoice {
  filters: InboxFilters;
  label: string;
  count: number;
  isCurrent: boolean;
}

export interface ChoiceGroup {
  name: "kind" | "owner" | "area";
  choices: InboxChoice[];
}

/** What can be chosen of each filter, with how much that would leave. Areas nobody asked in are left out. */
export function inboxChoices(
  t: Translator<"inbox">,
  {
    locale,
    filters,
    counts,
    areas,
  }: {
    locale: Locale;
    filters: InboxFilters;
    counts: readonly InboxCount[];
    areas: readonly Area[];
  },
): ChoiceGroup[] {
  const choice = (change: Partial<InboxFilters>, label: string): InboxChoice => {
    const wanted = { ...filters, ...change };
    const counted = counts.find((one) => isSameView(one.filters, wanted));
    return { filters: wanted, label, count: counted?.count ?? 0, isCurrent: isSameView(wanted, filters) };
  };
  return [
    {
      name: "kind",
      choices: [
        choice({ kind: undefined }, t("all")),
        ...obligationKinds.map((kind) => choice({ kind }, t(`kind.${kind}`))),
      ],
    },
    {
      name: "owner",
      choices: [
        choice({ owner: undefined }, t("owner.any")),
        choice({ owner: "mine" }, t("owner.mine")),
        choice({ owner: "nobody" }, t("owner.nobody")),
      ],
    },
    {
      name: "area",
      choices: [
        choice({ area: undefined }, t("allAreas")),
        ...areas
          .map((area) => choice({ area: area.slug }, areaName(area, locale)))
          .filter(({ count, isCurrent }) => count > 0 || isCurrent),
      ],
    },
  ];
}

/** "23", or "999+" where counting stopped. */
export function writeInboxCount(t: Translator<"inbox">, locale: Locale, count: number): string {
  return count > mostCounted
    ? t("more", { count: writeNumber(locale, mostCounted) })
    : writeNumber(locale, count);
}
