import type { FormFailure } from "~/platform/http/form-errors";
import { useErrorText } from "~/platform/i18n/use-error-text";
import { useText } from "~/platform/i18n/use-text";
import { MarkdownField } from "~/ui/patterns/markdown-field";
import type { LinkedTopic } from "../linked-topics.server";
import type { Announcement } from "../reading.server";
import { Settlement } from "./settlement";

export interface PublicationChoicesProps {
  announcement: Announcement;
  topics: readonly LinkedTopic[];
  /** What was chosen for its day. */
  chosen?: { settle: boolean; reply: string };
  again?: FormFailure;
}

/** What goes with publishing: the topics' statuses, and one official reply for each of them. */
export function PublicationChoices({ announcement, topics, chosen, again }: PublicationChoicesProps) {
  const t = useText("changelog");
  const errorText = useErrorText();
  const { topicCount, askedBy, announcedAt } = announcement;
  const settle = again ? again.values.settle === "yes" : (chosen?.settle ?? true);
  return (
    <>
      <p>
        {t("publication.topics", { count: topicCount })}{" "}
        {askedBy > 0 && t("publication.people", { count: askedBy })}
      </p>
      {topics.length > 0 && <Settlement topics={topics} isChosen={settle} />}
      {topics.length > 0 && !announcedAt && (
        <MarkdownField
          id="reply"
          name="reply"
          label={t("publication.reply")}
          hint={t("publication.replyHint", { count: topicCount })}
          value={again?.values.reply ?? chosen?.reply}
          error={errorText(again?.errors.fields.reply)}
          rows={4}
          isOptional
        />
      )}
    </>
  );
}
