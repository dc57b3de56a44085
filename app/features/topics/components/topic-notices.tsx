import type { ReactNode } from "react";
import { useText } from "~/platform/i18n/use-text";
import { Button } from "~/ui/primitives/button";
import { HiddenFields } from "~/ui/primitives/hidden-fields";
import { Notice } from "~/ui/primitives/notice";
import { topicActionPath, topicPath } from "../paths";
import type { Topic } from "../reading.server";
import { HeldReason } from "./held-reason";
import { useReasonText } from "./use-reason-text";

interface TopicNoticesProps {
  topic: Topic;
  mayRestore: boolean;
  /** What can be done from the page of what was merged. */
  mergedActs?: ReactNode;
}

/** What a reader has to know before reading on: that nothing more can be said, or why not everybody sees it. */
export function TopicNotices({ topic, mayRestore, mergedActs }: TopicNoticesProps) {
  const t = useText("topics");
  const reasonText = useReasonText();
  const { number, deletedAt, deletedById, authorId, heldAt, lockedAt, status, closedReason, mergedInto } =
    topic;
  const { duplicateOf, timeline } = topic;
  const lockedWhy = timeline.findLast(({ type }) => type === "locked")?.data.text;
  const closedWhy = timeline.findLast(({ type, data }) => type === "status" && data.to === "closed")?.data
    .text;
  const reason = closedReason && reasonText(closedReason);
  if (!deletedAt && !heldAt && !mergedInto && status !== "closed" && !lockedAt) return null;
  return (
    <div className="stack mb-6" data-gap="2">
      {deletedAt && (
        <Notice
          tone="danger"
          icon="trash"
          action={
            mayRestore && (
              <form method="post" action={topicActionPath(number, "delete")}>
                <HiddenFields method="DELETE" />
                <Button>{t("notice.restore")}</Button>
              </form>
            )
          }
        >
          {deletedById === authorId ? t("notice.deletedByAuthor") : t("notice.deletedByTeam")}
        </Notice>
      )}
      {heldAt && !deletedAt && (
        <Notice tone="active" icon="eye-off">
          {t("notice.held")} <HeldReason heldFor={topic.heldFor} />
        </Notice>
      )}
      {mergedInto && (
        <Notice icon="merge" action={mergedActs}>
          {t.rich("notice.merged", {
            title: mergedInto.title,
            link: (title) => (
              <a className="text-link" href={topicPath(mergedInto)}>
                {title}
              </a>
            ),
          })}
        </Notice>
      )}
      {status === "closed" && (
        <Notice icon="st-closed">
          {duplicateOf
            ? t.rich("notice.duplicate", {
                title: duplicateOf.title,
                link: (title) => (
                  <a className="text-link" href={topicPath(duplicateOf)}>
                    {title}
                  </a>
                ),
              })
            : reason
              ? t("notice.closed", { reason })
              : t("notice.closedPlain")}{" "}
          {typeof closedWhy === "string" && closedWhy}
        </Notice>
      )}
      {lockedAt && (
        <Notice icon="lock">
          {t("notice.locked")} {typeof lockedWhy === "string" && lockedWhy}
        </Notice>
      )}
    </div>
  );
}
