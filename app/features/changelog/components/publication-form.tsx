import type { FormFailure } from "~/platform/http/form-errors";
import { useErrorSummary } from "~/platform/i18n/use-error-summary";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { ButtonLink } from "~/ui/primitives/button-link";
import { FormErrorSummary } from "~/ui/primitives/form-error-summary";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import type { LinkedTopic } from "../linked-topics.server";
import { editAnnouncementPath, schedulePath } from "../paths";
import type { Announcement } from "../reading.server";
import { PublicationChoices } from "./publication-choices";

export interface PublicationFormProps {
  announcement: Announcement;
  topics: readonly LinkedTopic[];
  chosen?: { settle: boolean; reply: string };
  again?: FormFailure;
}

/** The last step: whom it concerns, what goes with it, and the one button. */
export function PublicationForm({ announcement, topics, chosen, again }: PublicationFormProps) {
  const t = useText("changelog");
  const summary = useErrorSummary(again?.errors, { reply: "reply" });
  const { status, version } = announcement;
  const back = <ButtonLink href={editAnnouncementPath(announcement)}>{t("publication.back")}</ButtonLink>;
  if (status === "published") {
    return (
      <form method="post" className="cluster">
        <HiddenFields method="DELETE" />
        <Button kind="danger">{t("publication.withdraw")}</Button>
        {back}
      </form>
    );
  }
  return (
    <form method="post" className="stack">
      <HiddenFields values={{ version }} />
      <FormErrorSummary {...summary} />
      <PublicationChoices {...{ announcement, topics, chosen, again }} />
      <div className="cluster">
        <Button kind="primary" icon="megaphone">
          {t(announcement.publishedAt ? "publication.publishAgain" : "publication.publish")}
        </Button>
        <ButtonLink href={schedulePath(announcement)} icon="calendar">
          {t(status === "scheduled" ? "publication.otherDay" : "publication.onADay")}
        </ButtonLink>
        {back}
      </div>
    </form>
  );
}
