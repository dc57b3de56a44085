import { useText } from "~/platform/i18n/use-text";
import type { Result } from "../result";
import { liftOfficial } from "../result-groups";
import { OfficialResult } from "./official-result";
import { ResultRow } from "./result-row";

export interface ResultListProps {
  results: readonly Result[];
  /** The team's best answers may stand above the rest. */
  mayLift: boolean;
  now: Date;
}

export function ResultList({ results, mayLift, now }: ResultListProps) {
  const t = useText("search");
  const { official, others } = liftOfficial(results, mayLift);
  return (
    <>
      {official.length > 0 && (
        <section aria-labelledby="official-answers">
          <h2 className="label-cap mb-4" id="official-answers">
            {t("officialAnswers")}
          </h2>
          <div className="stack">
            {official.map((result) => (
              <OfficialResult key={result.id} result={result} now={now} />
            ))}
          </div>
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="results">
          <h2 className={official.length > 0 ? "label-cap mt-8" : "sr-only"} id="results">
            {official.length > 0 ? t("fromCommunity") : t("results")}
          </h2>
          <ul>
            {others.map((result) => (
              <ResultRow key={result.id} result={result} now={now} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
