import { useText } from "~/platform/i18n/use-text";
import { ButtonLink } from "~/ui/primitives/button-link";
import { EmptyState } from "~/ui/primitives/empty-state";
import { reportPath } from "../question-address";

/** After the results: the way to somebody who can answer, without typing the question again. */
export function AskInstead({ words }: { words: string }) {
  const t = useText("search");
  return (
    <EmptyState
      icon="search"
      title={t("empty.otherwise")}
      action={
        <ButtonLink href={reportPath(words)}>
          {words ? t("empty.report", { words }) : t("empty.reportPlain")}
        </ButtonLink>
      }
    >
      {t("empty.otherwiseHelp")}
    </EmptyState>
  );
}
