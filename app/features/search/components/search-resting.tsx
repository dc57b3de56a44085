import { useText } from "~/platform/i18n/use-text";
import { ButtonLink } from "~/ui/primitives/button-link";
import { EmptyState } from "~/ui/primitives/empty-state";
import type { Question } from "../question";
import { questionPath } from "../question-address";

/** The engine is down. The site is not, and says what still works. */
export function SearchResting({ question }: { question: Question }) {
  const t = useText("search");
  return (
    <EmptyState
      icon="search"
      title={t("unavailable.title")}
      action={
        <div className="cluster">
          <ButtonLink href={questionPath(question)}>{t("unavailable.again")}</ButtonLink>
          <ButtonLink href="/discussions" kind="ghost">
            {t("unavailable.discussions")}
          </ButtonLink>
          <ButtonLink href="/suggestions" kind="ghost">
            {t("unavailable.suggestions")}
          </ButtonLink>
        </div>
      }
    >
      {t("unavailable.help")}
    </EmptyState>
  );
}
