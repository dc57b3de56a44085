import { useText } from "~/platform/i18n/use-text";
import { ButtonLink } from "~/ui/primitives/button-link";
import { EmptyState } from "~/ui/primitives/empty-state";
import { reportPath } from "../question-address";

/** Nothing was found: what is true, what can be tried, and the way to somebody who can answer. */
export function NoResults({ words }: { words: string }) {
  const t = useText("search");
  return (
    <EmptyState
      icon="search"
      title={words ? t("empty.title", { words }) : t("empty.titleFilters")}
      action={
        <ButtonLink href={reportPath(words)}>
          {words ? t("empty.report", { words }) : t("empty.reportPlain")}
        </ButtonLink>
      }
    >
      {t("empty.help")}
    </EmptyState>
  );
}
