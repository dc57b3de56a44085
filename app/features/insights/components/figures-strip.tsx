import { useLocale, useText } from "~/platform/i18n/use-text";
import { type Figure, Figures } from "~/ui/patterns/figures";
import { writeShare } from "~/ui/primitives/number";
import { type CommunityFigures, figuresOverDays } from "../community-figures";
import { useCountText } from "./use-count-text";
import { useDurationText } from "./use-duration-text";

/** Fewer than these say too little to stand across the page. */
const fewestShown = 2;

/** How this community is answered, in numbers of its own. What the data cannot say honestly is left out. */
export function FiguresStrip({ figures }: { figures: CommunityFigures }) {
  const t = useText("home");
  const locale = useLocale();
  const duration = useDurationText();
  const counted = useCountText();
  const { medianWaitMs, answeredInTime, openProblems, problemsInWork, settledThisMonth } = figures;
  const items: Figure[] = [];
  if (medianWaitMs !== null) {
    items.push({ label: t("figures.median", { days: figuresOverDays }), value: duration(medianWaitMs) });
  }
  if (answeredInTime) {
    items.push({
      label: t("figures.inTime", { days: figuresOverDays }),
      value: writeShare(locale, answeredInTime.share),
      note: t("figures.outOf", { count: answeredInTime.outOf }),
    });
  }
  if (openProblems > 0) {
    items.push({
      label: t("figures.open"),
      value: counted(openProblems),
      note: problemsInWork > 0 && t("figures.inWork", { count: problemsInWork }),
    });
  }
  if (settledThisMonth > 0) items.push({ label: t("figures.settled"), value: counted(settledThisMonth) });
  if (items.length < fewestShown) return null;
  return (
    <section className="wrap" aria-label={t("figures.label")}>
      <Figures items={items} />
    </section>
  );
}
