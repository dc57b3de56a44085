import { AttachmentGallery } from "~/features/attachments/components/attachment-gallery";
import { authorPath } from "~/features/members/paths";
import { ReactionBar, type ReactionBarProps } from "~/features/topics/components/reaction-bar";
import { langOf } from "~/features/topics/language";
import { useText } from "~/platform/i18n/use-text";
import { Prose } from "~/ui/patterns/prose";
import { ReleaseEntry } from "~/ui/patterns/release-entry";
import { MetaLine } from "~/ui/primitives/meta-line";
import { Time } from "~/ui/primitives/time";
import { announcementHistoryPath, announcementReactionsPath } from "../paths";
import type { AnnouncementPage } from "../reading.server";
import { LabelMarks } from "./label-marks";
import { useTopicChanges } from "./use-topic-changes";

export interface AnnouncementArticleProps extends Pick<
  AnnouncementPage,
  "announcement" | "topics" | "pictures"
> {
  reader: ReactionBarProps["reader"];
  now: Date;
}

/** An announcement in full, with every topic it answers. */
export function AnnouncementArticle({
  announcement,
  topics,
  pictures,
  reader,
  now,
}: AnnouncementArticleProps) {
  const t = useText("changelog");
  const changesOf = useTopicChanges();
  const { language, labels, release, publishedAt, editedAt, author, askedBy } = announcement;
  const day = <Time at={publishedAt ?? announcement.createdAt} now={now} form="day" />;
  const wasEdited = publishedAt !== null && editedAt !== null && editedAt > publishedAt;
  const hidden = announcement.topicCount - topics.length;
  return (
    <ReleaseEntry
      id="entry"
      isPage
      mark={release || day}
      when={[...(release ? [day] : []), ...(labels.length > 0 ? [<LabelMarks labels={labels} />] : [])]}
      title={announcement.title}
      lang={langOf(language)}
      changes={changesOf(topics, labels)}
      foot={
        <div className="mt-6">
          <MetaLine
            items={[
              hidden > 0 && t("moreTopics", { count: hidden }),
              topics.length > 1 && askedBy > 0 && t("askedByAll", { count: askedBy }),
              t.rich("page.by", {
                name: author.displayName,
                link: (words) => <a href={authorPath(author)}>{words}</a>,
              }),
              wasEdited && (
                <a href={announcementHistoryPath(announcement)}>
                  {t.rich("page.edited", { date: () => <Time at={editedAt} now={now} /> })}
                </a>
              ),
            ]}
          />
        </div>
      }
    >
      <h2 className="sr-only">{t("page.text")}</h2>
      <Prose html={announcement.bodyHtml} lang={langOf(language)} />
      <AttachmentGallery id="announcement" attachments={pictures} lang={langOf(language)} />
      {announcement.status === "published" && (
        <div className="acts mt-4">
          <ReactionBar
            action={announcementReactionsPath(announcement)}
            counts={announcement.reactions}
            authorId={author.id}
            reader={reader}
          />
        </div>
      )}
    </ReleaseEntry>
  );
}
