import { useText } from "~/platform/i18n/use-text";
import { ButtonLink } from "~/ui/primitives/button-link";
import { EmptyState } from "~/ui/primitives/empty-state";
import { formId } from "../form-ids";
import { suggestionListPath, suggestionsPath } from "../paths";
import type { SuggestionView } from "../view";

/** What is true of an empty list, and what is possible then. */
export function NoSuggestions({ view }: { view: SuggestionView }) {
  const t = useText("suggestions");
  if (view.after) {
    return (
      <EmptyState
        icon="bulb"
        title={t("empty.pastEnd")}
        action={
          <ButtonLink href={suggestionListPath({ ...view, after: null })}>{t("empty.fromStart")}</ButtonLink>
        }
      />
    );
  }
  if (view.isUnread) {
    return (
      <EmptyState
        icon="bulb"
        title={t("empty.unreadTitle")}
        action={<ButtonLink href={suggestionsPath}>{t("empty.showAll")}</ButtonLink>}
      >
        {t("empty.unread")}
      </EmptyState>
    );
  }
  if (view.area || view.tag) {
    return (
      <EmptyState
        icon="bulb"
        title={t("empty.title")}
        action={
          <ButtonLink href={suggestionListPath({ ...view, area: null, tag: null })}>
            {t("empty.showAll")}
          </ButtonLink>
        }
      >
        {t("empty.filtered")}
      </EmptyState>
    );
  }
  const isOpen = view.tab === "open" || view.tab === "all";
  return (
    <EmptyState
      icon="bulb"
      title={t("empty.title")}
      action={isOpen && <ButtonLink href={`#${formId}`}>{t("form.open")}</ButtonLink>}
    >
      {view.isMine
        ? t("empty.mine")
        : view.isVoted
          ? t("empty.voted")
          : isOpen
            ? t("empty.first")
            : t(`empty.${view.tab as "planned"}`)}
    </EmptyState>
  );
}
